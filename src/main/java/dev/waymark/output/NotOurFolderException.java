package dev.waymark.output;

/**
 * The output folder, a place in it that the site needs, or that of a {@link SingleFile} holds what
 * Waymark did not write. The message is a sentence for the user that names the folder or file and
 * the way out. Nothing was written or removed.
 */
public final class NotOurFolderException extends Exception {
  private static final long serialVersionUID = 1;

  NotOurFolderException(String sentence) {
    super(sentence);
  }
}
