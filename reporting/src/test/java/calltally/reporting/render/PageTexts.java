package calltally.reporting.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The texts of a document with their places, to find those that touch or leave the page. */
final class PageTexts extends PDFTextStripper {

  /** Texts on one line stand at least this far apart, in points. */
  private static final double LEAST_GAP = 1.5;

  /** Letters of one text stand nearer than this. */
  private static final double WIDEST_GAP = 0.6;

  private static final double MARGIN = 30;

  private final List<Text> texts = new ArrayList<>();

  /** Every two texts that touch, and every text beyond the margins, with their page. */
  static List<String> faults(PDDocument document) throws IOException {
    List<String> faults = new ArrayList<>();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      PageTexts stripper = new PageTexts();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      stripper.getText(document);
      double right = document.getPage(page - 1).getMediaBox().getWidth() - MARGIN;
      String place = "page " + page + ": ";
      stripper.faults(right).forEach(fault -> faults.add(place + fault));
    }
    return faults;
  }

  private List<String> faults(double right) {
    List<String> faults = new ArrayList<>();
    List<Text> visible = texts.stream().filter(Text::isVisible).toList();
    for (int i = 0; i < visible.size(); i++) {
      Text text = visible.get(i);
      if (text.left < MARGIN || text.right > right) {
        faults.add(text + " leaves the page");
      }
      for (Text other : visible.subList(i + 1, visible.size())) {
        if (text.touches(other)) {
          faults.add(text + " touches " + other);
        }
      }
    }
    return faults;
  }

  @Override
  protected void processTextPosition(TextPosition letter) {
    Text last = texts.isEmpty() ? null : texts.get(texts.size() - 1);
    if (last == null || !last.isContinuedBy(letter)) {
      last = new Text(letter);
      texts.add(last);
    }
    last.add(letter);
  }

  private static final class Text {

    private final StringBuilder letters = new StringBuilder();
    private final double left;
    private final double baseline;
    private final double size;
    private double right;
    private double end;

    Text(TextPosition first) {
      this.left = first.getXDirAdj();
      this.baseline = first.getYDirAdj();
      this.size = first.getFontSizeInPt();
      this.right = left;
      this.end = left;
    }

    void add(TextPosition letter) {
      letters.append(letter.getUnicode());
      end = letter.getXDirAdj() + letter.getWidthDirAdj();
      if (!letter.getUnicode().isBlank()) {
        right = end;
      }
    }

    boolean isContinuedBy(TextPosition letter) {
      return Math.abs(letter.getYDirAdj() - baseline) < 0.1
          && Math.abs(letter.getXDirAdj() - end) < WIDEST_GAP;
    }

    /** Anchors are a white point in size. */
    boolean isVisible() {
      return size > 2 && !letters.toString().isBlank();
    }

    /** Whether the letters of both, without what hangs below a line, are closer than the gap. */
    boolean touches(Text other) {
      boolean onOneLine =
          baseline - 0.72 * size < other.baseline && other.baseline - 0.72 * other.size < baseline;
      return onOneLine && left < other.right + LEAST_GAP && other.left < right + LEAST_GAP;
    }

    @Override
    public String toString() {
      return "\u201C%s\u201D (%.0f to %.0f, %.0f)".formatted(letters, left, right, baseline);
    }
  }
}
