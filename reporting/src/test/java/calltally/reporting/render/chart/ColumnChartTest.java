package calltally.reporting.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.render.chart.ColumnChart.Column;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColumnChartTest {

  private static final int MARGIN = 60;
  private static final int WIDTH = 300;
  private static final int HEIGHT = 100;

  @ParameterizedTest
  @ValueSource(ints = {4, 999, 1_499, 12_345, 1_234_567})
  void the_counts_of_the_axis_fit_left_of_the_columns(int answered) {
    BufferedImage image = new BufferedImage(MARGIN + WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, MARGIN + WIDTH, HEIGHT);

    chart(answered)
        .render(
            DefaultJasperReportsContext.getInstance(),
            graphics,
            new Rectangle2D.Double(MARGIN, 0, WIDTH, HEIGHT));

    assertThat(inked(image, 0, MARGIN - 1)).isFalse();
    assertThat(inked(image, MARGIN, MARGIN + 15)).isTrue();
  }

  private static ColumnChart chart(int answered) {
    return new ColumnChart(
        Wording.of(Locale.forLanguageTag("ru"), CustomerNumbers.SHOWN).notation(),
        List.of(new Column("пн 16", answered, 0, 0, "")),
        List.of(),
        List.of());
  }

  private static boolean inked(BufferedImage image, int from, int until) {
    for (int x = from; x < until; x++) {
      for (int y = 0; y < HEIGHT; y++) {
        if (image.getRGB(x, y) != Color.WHITE.getRGB()) {
          return true;
        }
      }
    }
    return false;
  }
}
