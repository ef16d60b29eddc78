package calltally.app.configuration;

import calltally.app.directory.EntryRule;
import calltally.ingest.receiver.Network;
import calltally.reporting.delivery.Schedule;
import calltally.reporting.mail.MailAddress;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the text of a value has to be.
 *
 * @param words completes "it has to be …"
 * @param parse reads the text, with any runtime exception when the rule is broken
 * @param isSecret the text must not be repeated in messages
 */
record Rule<T>(String words, Function<String, T> parse, boolean isSecret) {

  private static final Pattern SIZE_IN_UNITS = Pattern.compile("([1-9]\\d{0,5}) ?(MiB|GiB)");
  private static final Pattern SPAN = Pattern.compile("(\\d{1,6}) ?(s|min|h|d)");

  private static final Pattern MONTH_COUNT = Pattern.compile("(\\d{1,4}) ?months?");
  private static final Pattern DAY_COUNT = Pattern.compile("(\\d{1,5}) ?(?:days?|d)");

  static final Rule<String> TEXT = matching("a text", text -> !text.isBlank());
  static final Rule<String> SECRET = new Rule<>("a text", Function.identity(), true);
  static final Rule<String> NAME =
      matching(
          "a name of at most 50 letters, digits, - and _",
          text -> text.matches("[\\p{L}\\p{N}_-]{1,50}"));
  static final Rule<String> TOKEN =
      new Rule<>("16 to 200 letters, digits, - and _", Rule::token, true);
  static final Rule<String> SIGNING_SECRET =
      new Rule<>(
          "a text of 8 to 500 characters",
          text -> require(text, secret -> secret.matches("[^\\p{Cntrl}]{8,500}")),
          true);
  static final Rule<String> PASSWORD =
      new Rule<>(
          "a password of at least 8 characters",
          text -> require(text, word -> word.length() >= 8),
          true);
  static final Rule<Network> NETWORK =
      new Rule<>("an address or a network, such as 203.0.113.0/24", Network::parse, false);
  static final Rule<MailAddress> ADDRESS = new Rule<>("a mail address", MailAddress::parse, false);
  static final Rule<String> DOMAIN =
      matching(
          "a domain, such as example.com",
          text -> text.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"));
  static final Rule<URI> UNSUBSCRIBE =
      new Rule<>("an address that starts with mailto: or https:", Rule::unsubscribe, false);
  static final Rule<String> TITLE =
      matching(
          "a name of at most 100 characters",
          text -> text.matches("[^\\p{Cntrl}]{1,100}") && !text.isBlank());
  static final Rule<Boolean> YES_OR_NO =
      new Rule<>(
          "true or false",
          text -> oneOf("true", "false").parse().apply(text).equals("true"),
          false);
  static final Rule<String> JDBC_URL =
      new Rule<>("an address that starts with jdbc:postgresql:", Rule::jdbcUrl, true);
  static final Rule<Schedule> SCHEDULE =
      new Rule<>(
          "days and a time, such as weekdays 08:00, weekly mon 08:00 or monthly 1 08:00",
          Schedule::parse,
          false);
  static final Rule<String> REGION =
      matching(
          "a country of two letters, such as BY",
          text -> Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(text));
  static final Rule<Integer> PORT = new Rule<>("a port from 0 to 65535", Rule::port, false);
  static final Rule<Integer> WHOLE_MONTHS =
      new Rule<>("1 to 1200 months", Rule::wholeMonths, false);
  static final Rule<Integer> CALLS =
      new Rule<>("a number of calls from 1 to 10000", Rule::calls, false);
  static final Rule<URI> WEBHOOK =
      new Rule<>("an address that starts with https:// or http://", Rule::webhook, true);
  static final Rule<Integer> RATE =
      new Rule<>("a number of requests from 2000 to 1000000", Rule::rate, false);
  static final Rule<ZoneId> ZONE =
      new Rule<>("an IANA time zone, such as Europe/Minsk", ZoneId::of, false);
  static final Rule<LocalDate> DATE =
      new Rule<>("a date, such as 2026-12-25", LocalDate::parse, false);
  static final Rule<BigDecimal> SHARE =
      new Rule<>("a share from 0 to 1, such as 0.90", Rule::share, false);
  static final Rule<Duration> DURATION =
      new Rule<>("a time span, such as 20s, 5min, 4h or 7d", Rule::span, false);
  static final Rule<Period> MONTHS =
      new Rule<>("a number of months, such as 24 months", Rule::months, false);
  static final Rule<Duration> DAYS =
      new Rule<>("a number of days from 30 on, such as 180 days", Rule::days, false);
  static final Rule<Long> SIZE =
      new Rule<>("a size of at least 1MiB, such as 512MiB or 1GiB", Rule::size, false);
  static final Rule<Path> PATH = new Rule<>("a path", Path::of, false);

  /** The rule for the entries of the directory, wherever they are written. */
  static <T> Rule<T> of(EntryRule<T> rule) {
    return new Rule<>(rule.words(), rule.parse(), false);
  }

  /** One of the constants, as they are written. */
  static <T extends Enum<T>> Rule<T> of(T[] constants) {
    List<T> known = List.of(constants);
    return new Rule<>(
        "one of " + known.stream().map(Enum::toString).collect(Collectors.joining(", ")),
        text ->
            known.stream()
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(),
        false);
  }

  static Rule<String> oneOf(String... values) {
    return matching("one of " + String.join(", ", values), List.of(values)::contains);
  }

  private static Rule<String> matching(String words, Predicate<String> rule) {
    return new Rule<>(words, text -> require(text, rule), false);
  }

  private static String require(String text, Predicate<String> rule) {
    if (!rule.test(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static String token(String text) {
    return require(text, token -> token.matches("[A-Za-z0-9_-]{16,200}"));
  }

  private static String jdbcUrl(String text) {
    return require(text, url -> url.startsWith("jdbc:postgresql:"));
  }

  private static Integer port(String text) {
    return Integer.valueOf(require(text, port -> Integer.parseInt(port) >>> 16 == 0));
  }

  private static URI unsubscribe(String text) {
    return URI.create(
        require(text, address -> address.matches("(https://|mailto:)[\\x21-\\x7e&&[^<>]]+")));
  }

  private static Integer wholeMonths(String text) {
    return Integer.valueOf(
        require(text, months -> months.matches("[1-9]\\d{0,2}|1[01]\\d\\d|1200")));
  }

  private static Integer calls(String text) {
    return Integer.valueOf(require(text, calls -> calls.matches("[1-9]\\d{0,3}|10000")));
  }

  private static URI webhook(String text) {
    URI address = URI.create(require(text, url -> url.matches("https?://[\\x21-\\x7e]+")));
    return URI.create(require(text, url -> address.getHost() != null));
  }

  private static Integer rate(String text) {
    int rate = Integer.parseInt(text);
    require(text, number -> rate >= 2000 && rate <= 1_000_000);
    return rate;
  }

  private static BigDecimal share(String text) {
    require(text, share -> share.matches("[01](\\.\\d{1,4})?"));
    return new BigDecimal(
        require(text, share -> new BigDecimal(share).compareTo(BigDecimal.ONE) <= 0));
  }

  private static Duration span(String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw new IllegalArgumentException();
    }
    long amount = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "min" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static Period months(String text) {
    return Period.ofMonths(number(text, MONTH_COUNT, 1));
  }

  /** Whoever waits for a call-back has to be called by his number. */
  private static Duration days(String text) {
    return Duration.ofDays(number(text, DAY_COUNT, 30));
  }

  private static int number(String text, Pattern pattern, int least) {
    Matcher count = pattern.matcher(text);
    if (!count.matches() || Integer.parseInt(count.group(1)) < least) {
      throw new IllegalArgumentException();
    }
    return Integer.parseInt(count.group(1));
  }

  private static Long size(String text) {
    Matcher size = SIZE_IN_UNITS.matcher(text);
    if (!size.matches()) {
      throw new IllegalArgumentException();
    }
    return Long.parseLong(size.group(1)) << (size.group(2).equals("MiB") ? 20 : 30);
  }
}
