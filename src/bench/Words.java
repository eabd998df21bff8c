package dev.waymark.search;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What analysis makes of a list of words: {@code Words FILE} prints the stop words, the exceptions
 * of folding, and then for each line of the file that line, a tab, and its tokens as {@code
 * WORD/KEY} with a blank between. Stands in the package of what it calls.
 */
final class Words {
  private Words() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.println(
        String.join(
            " ",
            Analysis.STOP_WORDS.stream().map(word -> new String((char[]) word)).sorted().toList()));
    out.println(Folding.EXCEPTIONS);
    WordReader reader = new WordReader();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      StringBuilder tokens = new StringBuilder();
      reader.read(
          SearchDocument.normal(line),
          (word, start, end) ->
              tokens
                  .append(tokens.isEmpty() ? "" : " ")
                  .append(word.word())
                  .append('/')
                  .append(word.key()));
      out.println(line + '\t' + tokens);
    }
    out.flush();
  }
}
