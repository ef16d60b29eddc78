package calltally.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class TemplatesTest {

  private static final Path REPORTS = Path.of("src/main/resources/calltally/reports");

  /** Font size of a column heading in points; LINE is the height of one of its lines. */
  private static final float HEADING = 6.5f;

  private static final double LINE = 8;

  private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);
  private static final String[] NO_LINES = {};
  private static final Pattern ONE_VALUE = Pattern.compile("\\$[PFVR]\\{[\\w.]+}");
  private static final Pattern WORD = Pattern.compile("\\$R\\{([\\w.]+)}");

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(REPORTS)) {
      return files.filter(file -> file.toString().endsWith(".jrxml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void every_template_compiles(Path template) throws IOException, JRException {
    try (InputStream source = Files.newInputStream(template)) {
      assertThat(JasperCompileManager.compileReport(source).getName()).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void a_template_places_values_and_computes_nothing(Path template) throws Exception {
    Document document = document(template);
    List<String> expressions = new ArrayList<>();
    for (Element element : elements(document, "*")) {
      if (element.getTagName().toLowerCase(java.util.Locale.ROOT).endsWith("expression")) {
        expressions.add(element.getTextContent().strip());
      }
    }
    assertThat(expressions).isNotEmpty().allMatch(text -> ONE_VALUE.matcher(text).matches());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void every_text_has_a_known_style(Path template) throws Exception {
    List<String> known = names(document(REPORTS.resolve("style.jrtx")), "style", "name");
    known.addAll(names(document(template), "style", "name"));
    for (Element element : elements(document(template), "element")) {
      if (element.getAttribute("kind").equals("textField")) {
        assertThat(known).contains(element.getAttribute("style"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void every_text_key_is_in_every_language(Path template) throws IOException {
    List<String> words =
        WORD.matcher(Files.readString(template)).results().map(hit -> hit.group(1)).toList();
    for (Path bundle : bundles()) {
      assertThat(Words.of(bundle).stringPropertyNames()).containsAll(words);
    }
  }

  /** JasperReports drops what does not fit its box, without an error. */
  @ParameterizedTest
  @MethodSource("templates")
  void column_headings_fit_in_every_language(Path template) throws Exception {
    Font font =
        Font.createFont(Font.TRUETYPE_FONT, REPORTS.resolve("fonts/Inter-Regular.otf").toFile())
            .deriveFont(HEADING);
    for (Path bundle : bundles()) {
      Properties words = Words.of(bundle);
      for (Element heading : headings(document(template))) {
        Matcher word = WORD.matcher(heading.getTextContent().strip());
        String[] lines = word.matches() ? words.getProperty(word.group(1)).split("\n") : NO_LINES;
        assertThat(lines.length)
            .as(heading.getTextContent().strip())
            .isLessThanOrEqualTo((int) (number(heading, "height") / LINE));
        assertThat(lines)
            .allSatisfy(
                line ->
                    assertThat(font.getStringBounds(line, UNHINTED).getWidth())
                        .as("%s of %s", line, bundle.getFileName())
                        .isLessThanOrEqualTo(number(heading, "width")));
      }
    }
  }

  private static List<Element> headings(Document document) {
    return elements(document, "element").stream()
        .filter(element -> element.getAttribute("style").startsWith("head"))
        .toList();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.list(REPORTS)) {
      List<Path> bundles = files.filter(f -> f.toString().endsWith(".properties")).toList();
      assertThat(bundles).hasSize(2);
      return bundles;
    }
  }

  private static Document document(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static List<Element> elements(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> names(Document document, String tag, String attribute) {
    return new ArrayList<>(
        elements(document, tag).stream().map(style -> style.getAttribute(attribute)).toList());
  }
}
