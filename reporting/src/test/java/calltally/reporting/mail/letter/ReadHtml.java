package calltally.reporting.mail.letter;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The visible texts of an HTML letter in order, one per element. */
final class ReadHtml {

  private static final Pattern UNSEEN = Pattern.compile("(?s)<head>.*</head>|<!--.*?-->");
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

  private ReadHtml() {}

  static String text(String html) {
    String seen = UNSEEN.matcher(html).replaceAll("");
    return Stream.of(seen.split("<[^>]*>"))
        .map(ReadHtml::unescaped)
        .map(text -> text.replaceAll("[ \n]+", " ").strip())
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  static List<String> links(String html) {
    return LINK.matcher(html).results().map(link -> unescaped(link.group(1))).toList();
  }

  /** Every figure in a text, with its separators, sorted as text. */
  static List<String> figures(String text) {
    Matcher figures =
        Pattern.compile("\\d[\\d.,:\u00A0\u202F]*\\d|\\d")
            .matcher(text.replaceAll("https?://\\S+", ""));
    return figures.results().map(figure -> figure.group()).sorted().toList();
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", "\u00A0")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
