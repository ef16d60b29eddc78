package calltally.ingest.file;

import calltally.ingest.file.line.DamagedLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a queue log that concerns a call.
 *
 * @param time whole seconds in Asterisk's own file, finer in tables
 * @param call Asterisk's unique id of the caller's channel
 * @param parameters of the event; their meaning depends on the event
 */
record QueueEvent(
    Instant time, String call, String queue, String agent, String name, List<String> parameters) {

  /** Spreadsheets and programs that compute write whole numbers with a fraction. */
  private static final Pattern MILLIS = Pattern.compile("(\\d{1,8})(?:\\.\\d{1,9})?");

  private static final Pattern SECONDS = Pattern.compile("(\\d{1,6})(?:\\.\\d{1,9})?");
  private static final Pattern TECHNOLOGY =
      Pattern.compile("(?i)^(PJSIP|SIP|IAX2|DAHDI|SCCP|Local|Agent|Khomp|USER|EXT)/");
  private static final Pattern AFTER_EXTENSION = Pattern.compile("[@/].*$");
  private static final Pattern NUMBER = Pattern.compile("\\+?[\\d ()-]{3,}(?:\\.0)?");

  /** A parameter; blank when the line does not have it. */
  String parameter(int index) {
    return index < parameters.size() ? parameters.get(index) : "";
  }

  /** The agent, without technology and context: extension 101 for {@code SIP/101}. */
  String member() {
    String member =
        TECHNOLOGY.matcher(agent).find()
            ? AFTER_EXTENSION.matcher(TECHNOLOGY.matcher(agent).replaceFirst("")).replaceFirst("")
            : agent;
    if (member.isEmpty() || member.toUpperCase(Locale.ROOT).equals("NONE")) {
      throw new DamagedLine("agent", name + " must name the agent");
    }
    return member;
  }

  /** How long an unanswered phone rang. */
  Duration ringOfMillis() {
    Matcher ring = MILLIS.matcher(parameter(0));
    if (!ring.matches()) {
      throw new DamagedLine("data1", name + " must give the ring time in milliseconds");
    }
    return Duration.ofMillis(Long.parseLong(ring.group(1)));
  }

  /** A parameter in whole seconds; empty when it is not a number. */
  Optional<Duration> seconds(int index) {
    Matcher seconds = SECONDS.matcher(parameter(index));
    return seconds.matches()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds.group(1))))
        : Optional.empty();
  }

  /** The first parameter that looks like a telephone number; blank when none does. */
  String number() {
    return parameters.stream()
        .filter(parameter -> NUMBER.matcher(parameter).matches())
        .findFirst()
        .orElse("");
  }
}
