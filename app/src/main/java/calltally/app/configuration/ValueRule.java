package calltally.app.configuration;

import calltally.app.directory.EntryRule;
import calltally.app.terminal.Message;
import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import calltally.ingest.receiver.Network;
import calltally.reporting.delivery.schedule.Schedule;
import calltally.reporting.http.SafeAddress;
import calltally.reporting.mail.MailAddress;
import calltally.web.user.PasswordHash;
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
 * What the text of a value must be.
 *
 * @param need what it must be, in a sentence without its subject
 * @param parse reads the text; any runtime exception means that the rule is broken
 * @param isSecret the text must not be repeated in messages
 */
record ValueRule<T>(Message need, Function<String, T> parse, boolean isSecret) {

  private static final Pattern SIZE_IN_UNITS = Pattern.compile("([1-9]\\d{0,5}) ?(MiB|GiB)");
  private static final Pattern SPAN = Pattern.compile("(\\d{1,6}) ?(s|min|h|d)");

  private static final String DOMAIN_NAME =
      "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*";

  private static final Pattern MONTH_COUNT = Pattern.compile("(\\d{1,4}) ?months?");
  private static final Pattern DAY_COUNT = Pattern.compile("(\\d{1,5}) ?(?:days?|d)");

  static final ValueRule<String> TEXT = matching(need("text"), text -> !text.isBlank());
  static final ValueRule<String> SECRET = new ValueRule<>(need("text"), Function.identity(), true);
  static final ValueRule<String> NAME =
      matching(need("name"), text -> text.matches("[\\p{L}\\p{N}_-]{1,50}"));
  static final ValueRule<String> TOKEN = new ValueRule<>(need("token"), ValueRule::token, true);
  static final ValueRule<String> SIGNING_SECRET =
      new ValueRule<>(
          need("signing_secret"),
          text -> require(text, secret -> secret.matches("[^\\p{Cntrl}]{8,500}")),
          true);
  static final ValueRule<String> EXCHANGE_SECRET =
      new ValueRule<>(
          need("exchange_secret"),
          text ->
              require(text, secret -> secret.matches("[^\\p{Cntrl}]{1,500}") && !secret.isBlank()),
          true);
  static final ValueRule<PbxProtocol> EXCHANGE =
      new ValueRule<>(
          oneOf(
              Exchanges.offered().stream()
                  .map(PbxProtocol::name)
                  .collect(Collectors.joining(", "))),
          text -> Exchanges.named(text).orElseThrow(),
          false);
  static final ValueRule<String> PASSWORD =
      new ValueRule<>(need("password"), text -> require(text, word -> word.length() >= 8), true);
  static final ValueRule<PasswordHash> PASSWORD_HASH =
      new ValueRule<>(need("password_hash"), PasswordHash::parse, true);
  static final ValueRule<String> USER =
      matching(need("user"), text -> text.matches("[\\p{L}\\p{N}._@-]{1,100}"));
  static final ValueRule<Network> NETWORK = new ValueRule<>(need("network"), Network::parse, false);
  static final ValueRule<MailAddress> ADDRESS =
      new ValueRule<>(need("address"), MailAddress::parse, false);
  static final ValueRule<String> DOMAIN =
      matching(need("domain"), text -> text.matches(DOMAIN_NAME));
  static final ValueRule<String> HELLO =
      matching(
          need("hello"),
          text ->
              text.matches(DOMAIN_NAME)
                  || text.matches("\\[(\\d{1,3}(\\.\\d{1,3}){3}|IPv6:[0-9a-f:.]+)]"));
  static final ValueRule<String> HOST =
      matching(
          need("host"), text -> text.matches("(?=.*[a-z0-9])[a-z0-9.-]{1,253}|\\[[0-9a-f:.]+]"));
  static final ValueRule<URI> UNSUBSCRIBE =
      new ValueRule<>(need("unsubscribe"), ValueRule::unsubscribe, false);
  static final ValueRule<String> TITLE =
      matching(need("title"), text -> text.matches("[^\\p{Cntrl}]{1,100}") && !text.isBlank());
  static final ValueRule<Boolean> YES_OR_NO =
      new ValueRule<>(
          need("boolean"),
          text -> anyOf("true", "false").parse().apply(text).equals("true"),
          false);
  static final ValueRule<String> JDBC_URL =
      new ValueRule<>(need("jdbc_url"), ValueRule::jdbcUrl, true);
  static final ValueRule<Schedule> SCHEDULE =
      new ValueRule<>(need("schedule"), Schedule::parse, false);
  static final ValueRule<String> REGION =
      matching(
          need("region"),
          text -> Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(text));
  static final ValueRule<Integer> PORT = new ValueRule<>(need("port"), ValueRule::port, false);
  static final ValueRule<Integer> WHOLE_MONTHS =
      new ValueRule<>(need("whole_months"), ValueRule::wholeMonths, false);
  static final ValueRule<Integer> CONNECTIONS =
      new ValueRule<>(need("connections"), ValueRule::upTo64, false);
  static final ValueRule<Integer> SLICES =
      new ValueRule<>(need("slices"), ValueRule::upTo64, false);
  static final ValueRule<Integer> CALLS = new ValueRule<>(need("calls"), ValueRule::calls, false);
  static final ValueRule<URI> WEBHOOK = new ValueRule<>(need("webhook"), ValueRule::webhook, true);
  static final ValueRule<URI> BITRIX24_URL =
      new ValueRule<>(need("bitrix24_url"), ValueRule::bitrixUrl, true);
  static final ValueRule<Integer> CRM_USER =
      new ValueRule<>(need("crm_user"), ValueRule::crmUser, false);
  static final ValueRule<URI> API_URL = new ValueRule<>(need("webhook"), ValueRule::apiUrl, false);
  static final ValueRule<String> BOT_TOKEN =
      new ValueRule<>(
          need("bot_token"),
          text -> require(text, token -> token.matches("[A-Za-z0-9:_-]{8,200}")),
          true);
  static final ValueRule<String> CHAT =
      matching(need("chat"), text -> text.matches("-?\\d{1,20}|@[A-Za-z0-9_]{4,32}"));
  static final ValueRule<URI> PAGE_URL =
      new ValueRule<>(need("page_url"), ValueRule::pageUrl, false);
  static final ValueRule<Integer> RATE = new ValueRule<>(need("rate"), ValueRule::rate, false);
  static final ValueRule<ZoneId> ZONE =
      new ValueRule<>(
          need("zone"),
          text -> ZoneId.of(require(text, ZoneId.getAvailableZoneIds()::contains)),
          false);
  static final ValueRule<LocalDate> DATE = new ValueRule<>(need("date"), LocalDate::parse, false);
  static final ValueRule<BigDecimal> SHARE =
      new ValueRule<>(need("share"), ValueRule::share, false);
  static final ValueRule<Duration> DURATION =
      new ValueRule<>(need("duration"), ValueRule::span, false);
  static final ValueRule<Period> MONTHS = new ValueRule<>(need("months"), ValueRule::months, false);
  static final ValueRule<Duration> DAYS = new ValueRule<>(need("days"), ValueRule::days, false);
  static final ValueRule<Long> SIZE = new ValueRule<>(need("size"), ValueRule::size, false);
  static final ValueRule<Path> PATH = new ValueRule<>(need("path"), Path::of, false);

  /** A rule for entries of the directory, which CSV files follow too. */
  static <T> ValueRule<T> of(EntryRule<T> rule) {
    return new ValueRule<>(rule.need(), rule.parse(), false);
  }

  /** One of the constants, as they are written. */
  static <T extends Enum<T>> ValueRule<T> of(T[] constants) {
    List<T> known = List.of(constants);
    return new ValueRule<>(
        oneOf(known.stream().map(Enum::toString).collect(Collectors.joining(", "))),
        text ->
            known.stream()
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(),
        false);
  }

  static ValueRule<String> anyOf(String... values) {
    return matching(oneOf(String.join(", ", values)), List.of(values)::contains);
  }

  private static Message oneOf(String values) {
    return Message.of("configuration.rule.one_of", values);
  }

  private static Message need(String rule) {
    return Message.of("configuration.rule." + rule);
  }

  private static ValueRule<String> matching(Message need, Predicate<String> rule) {
    return new ValueRule<>(need, text -> require(text, rule), false);
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

  private static Integer upTo64(String text) {
    return Integer.valueOf(require(text, number -> number.matches("[1-9]|[1-5]\\d|6[0-4]")));
  }

  private static Integer calls(String text) {
    return Integer.valueOf(require(text, calls -> calls.matches("[1-9]\\d{0,3}|10000")));
  }

  private static URI pageUrl(String text) {
    return URI.create(require(text, url -> url.matches("https?://[a-z0-9.:\\[\\]-]+/?")));
  }

  private static URI webhook(String text) {
    URI address = URI.create(require(text, url -> url.matches("https?://[\\x21-\\x7e]+")));
    return SafeAddress.require(address);
  }

  private static URI apiUrl(String text) {
    return webhook(require(text, url -> url.matches("[a-z]+://[^/?#]+(/[^?#]*[^/?#])?")));
  }

  private static URI bitrixUrl(String text) {
    String address =
        require(text, url -> url.matches("https?://[^/?#]+/rest/\\d{1,9}/[A-Za-z0-9_-]{1,100}/?"));
    return webhook(address.endsWith("/") ? address : address + "/");
  }

  private static Integer crmUser(String text) {
    return Integer.valueOf(require(text, user -> user.matches("[1-9]\\d{0,8}")));
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

  /** From 30 on: a customer who waits for a call-back needs a number. */
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
