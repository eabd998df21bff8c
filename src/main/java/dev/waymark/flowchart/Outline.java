package dev.waymark.flowchart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A flowchart as a flat numbered list in reading order: from the start, the first option first and
 * each path to its end before the next. Complete: every node is in it once, those that no path
 * reaches at the end, and every option with the number it leads to.
 */
public record Outline(List<Item> items) {
  public Outline {
    items = List.copyOf(items);
  }

  static Outline of(Flowchart chart) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    chart.start().ifPresent(start -> number(chart, start, numbers));
    chart.nodes().forEach(node -> number(chart, node.id().value(), numbers));
    List<Item> items = new ArrayList<>();
    numbers.forEach((id, number) ->
        chart
            .find(id)
            .ifPresent(node -> items.add(new Item(number, node, answers(node, numbers)))));
    return new Outline(items);
  }

  /** Plain loops, for a chart may be deep and streams take much of the stack. */
  private static void number(Flowchart chart, String id, Map<String, Integer> numbers) {
    if (numbers.containsKey(id)) {
      return;
    }
    numbers.put(id, numbers.size() + 1);
    Optional<FlowNode> node = chart.find(id);
    if (node.isPresent()) {
      for (FlowNode.Option option : node.get().options()) {
        if (option.to().isPresent()) {
          number(chart, option.to().get(), numbers);
        }
      }
    }
  }

  private static List<Answer> answers(FlowNode node, Map<String, Integer> numbers) {
    return node.options().stream()
        .map(option -> new Answer(option.label(), option.to(), option.to().map(numbers::get)))
        .toList();
  }

  /** The item of a node. */
  public Optional<Item> find(String node) {
    return items.stream().filter(item -> item.node().id().value().equals(node)).findFirst();
  }

  /**
   * The list as plain text, without the bodies.
   *
   * <pre>
   * 1. Is anyone in danger?
   *    - Yes: go to 2
   *    - No: go to 3
   * 2. Urgent: Emergency
   * 3. Stop: Nothing to share
   * </pre>
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Item item : items) {
      text.append(item.number()).append(". ");
      item.word().ifPresent(word -> text.append(word).append(": "));
      text.append(item.node().label()).append('\n');
      for (Answer answer : item.answers()) {
        text.append("   - ").append(answer.text()).append('\n');
      }
    }
    return text.toString();
  }

  /**
   * A node.
   *
   * @param number from 1
   */
  public record Item(int number, FlowNode node, List<Answer> answers) {
    public Item {
      Objects.requireNonNull(node);
      answers = List.copyOf(answers);
    }

    /** The word that marks an outcome. */
    public Optional<String> word() {
      return node instanceof FlowNode.Outcome outcome
          ? Optional.of(outcome.severity().label())
          : Optional.empty();
    }
  }

  /**
   * A way on.
   *
   * @param label empty for the only way on from an action
   * @param to the id of the node and its number; both empty where it leads nowhere
   */
  public record Answer(String label, Optional<String> to, Optional<Integer> number) {
    public Answer {
      Objects.requireNonNull(label);
      Objects.requireNonNull(to);
      Objects.requireNonNull(number);
    }

    /** {@code No: go to 5}, {@code Go to 5} from an action. */
    public String text() {
      String where = number.map(n -> "go to " + n).orElse("leads nowhere");
      return label.isEmpty()
          ? Character.toUpperCase(where.charAt(0)) + where.substring(1)
          : label + ": " + where;
    }
  }
}
