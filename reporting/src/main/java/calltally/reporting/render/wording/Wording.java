package calltally.reporting.render.wording;

import calltally.reporting.report.CustomerNumbers;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Texts of the reports in one language: Russian for a Russian locale, else English. */
public final class Wording {

  private static final String BUNDLE = "calltally.reports.messages";

  private final Locale locale;
  private final ResourceBundle bundle;
  private final Notation notation;
  private final CustomerNumbers numbers;

  private Wording(Locale locale, ResourceBundle bundle, CustomerNumbers numbers) {
    this.locale = locale;
    this.bundle = bundle;
    this.notation = new Notation(locale, bundle);
    this.numbers = numbers;
  }

  /** The wording for a locale; {@code numbers} says whether customers' numbers are masked. */
  public static Wording of(Locale asked, CustomerNumbers numbers) {
    Locale locale = spoken(asked);
    return new Wording(locale, ResourceBundle.getBundle(BUNDLE, locale), numbers);
  }

  /** The words of another bundle, such as those of commands; numbers of customers are shown. */
  public static Wording of(String bundle, Locale asked) {
    Locale locale = spoken(asked);
    return new Wording(locale, ResourceBundle.getBundle(bundle, locale), CustomerNumbers.SHOWN);
  }

  /** The language of the texts for a requested one. */
  public static Locale spoken(Locale asked) {
    return asked.getLanguage().equals("ru") ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
  }

  /** A constant as it is written in the keys. */
  public static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  public Locale locale() {
    return locale;
  }

  public ResourceBundle bundle() {
    return bundle;
  }

  public Notation notation() {
    return notation;
  }

  /** An instant in local time of the zone. */
  public String moment(Instant instant, ZoneId zone) {
    return notation.dateAndTime(instant, zone);
  }

  /** A customer's number as readers may see it. */
  public String customer(@Nullable String number) {
    return number == null ? text("customer.withheld") : numbers.text(number);
  }

  /** The number dialled when it is tapped; empty where there is nothing to dial. */
  public Optional<String> dialled(@Nullable String number) {
    return Optional.ofNullable(number).flatMap(numbers::dialled).map(dialled -> "tel:" + dialled);
  }

  /** The URL of a recording, if readers may see it. */
  public @Nullable String recording(@Nullable String url) {
    return numbers.recording(url).orElse(null);
  }

  /** The text of the key, with values for {0}, {1}… */
  public String text(String key, Object... values) {
    return fill(bundle.getString(key), values);
  }

  /** The text of the key in the plural form of the count, which is {0}. */
  public String counted(String key, int count, Object... more) {
    PluralForm form = PluralForm.of(count, locale);
    Object[] values = new Object[more.length + 1];
    values[0] = notation.count(count);
    System.arraycopy(more, 0, values, 1, more.length);
    return fill(bundle.getString(key + "." + key(form)), values);
  }

  /** What the name is, unless it says so itself, like <i>Sales department</i>. */
  public String named(String key, String name) {
    return saysKind(key, name) ? name : text(key, name);
  }

  /** Whether the name says what it is, in either language: it need not be the report's. */
  public boolean saysKind(String key, String name) {
    List<String> words = List.of(name.strip().toLowerCase(locale).split("\\s+"));
    List<String> kinds = List.of(bundle.getString(key + ".kinds").split(" "));
    return words.size() > 1 && words.stream().anyMatch(kinds::contains);
  }

  /** The display name of a database figure; its own name if there is none. */
  public String figure(String name) {
    return bundle.containsKey("figure." + name) ? bundle.getString("figure." + name) : name;
  }

  private String fill(String pattern, Object... values) {
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }
}
