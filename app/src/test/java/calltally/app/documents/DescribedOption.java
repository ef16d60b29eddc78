package calltally.app.documents;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * An option or a parameter of a command, as documents describe it.
 *
 * @param names with their value: {@code --config FILE}
 * @param synopsis as in the command's synopsis: {@code [--config FILE]}
 * @param meaning a sentence that names the default, if there is one
 */
record DescribedOption(List<String> names, String synopsis, String meaning) {

  /** All of a command, in typing order: single parameter, options, files. */
  static Stream<DescribedOption> of(CommandSpec command) {
    return Stream.of(
            parameters(command, DescribedOption::isOne),
            command.options().stream().filter(option -> !option.hidden()).map(DescribedOption::of),
            parameters(command, parameter -> !isOne(parameter)))
        .flatMap(Function.identity());
  }

  private static Stream<DescribedOption> parameters(
      CommandSpec command, Predicate<PositionalParamSpec> which) {
    return command.positionalParameters().stream()
        .filter(parameter -> !parameter.hidden())
        .filter(which)
        .map(DescribedOption::of);
  }

  private static boolean isOne(PositionalParamSpec parameter) {
    return parameter.arity().max() == 1;
  }

  private static DescribedOption of(OptionSpec option) {
    String value = value(option);
    return new DescribedOption(
        List.of(option.names()).stream().map(name -> name + value).toList(),
        "[" + option.longestName() + value + "]",
        meaning(option));
  }

  private static String value(OptionSpec option) {
    String label = label(option);
    return option.arity().max() == 0
        ? ""
        : option.arity().min() == 0 ? " [" + label + "]" : " " + label;
  }

  /** The value's label; picocli's default is the option's name, {@code <lang>}. */
  private static String label(ArgSpec argument) {
    return argument.paramLabel().replaceAll("[<>]", "").toUpperCase(Locale.ROOT);
  }

  private static DescribedOption of(PositionalParamSpec parameter) {
    String label = label(parameter) + (parameter.arity().max() > 1 ? "…" : "");
    return new DescribedOption(
        List.of(label),
        parameter.arity().min() == 0 ? "[" + label + "]" : label,
        meaning(parameter));
  }

  private static String meaning(ArgSpec argument) {
    String text = String.join(" ", argument.description()).replace("%n", " ");
    String value = argument.defaultValue();
    return isSaid(value, text) ? text : text + " Default: " + value + ".";
  }

  private static boolean isSaid(@Nullable String value, String text) {
    return value == null || text.contains("default: " + value);
  }

  /** All names as one text: {@code -f FILE, --file FILE}. */
  String name() {
    return String.join(", ", names);
  }
}
