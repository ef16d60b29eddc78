package calltally.web;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture of a page, small enough for a repository: with the 256 colours it has most of. */
record Picture(BufferedImage image) {

  private static final int COLOURS = 256;

  /** Colours that differ less are one. */
  private static final int ROUNDED = 0xFCFCFC;

  static Picture of(byte[] png) throws IOException {
    return new Picture(ImageIO.read(new ByteArrayInputStream(png)));
  }

  /** The picture as PNG. */
  byte[] png() throws IOException {
    List<Integer> palette = palette();
    Map<Integer, Integer> nearest = new HashMap<>();
    BufferedImage small =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int place = nearest.computeIfAbsent(colour(x, y), each -> nearest(each, palette));
        small.getRaster().setSample(x, y, 0, place);
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(small, "png", file);
    return file.toByteArray();
  }

  private int colour(int x, int y) {
    return image.getRGB(x, y) & ROUNDED;
  }

  /** The most frequent colours. */
  private List<Integer> palette() {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        counts.merge(colour(x, y), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(COLOURS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static IndexColorModel model(List<Integer> palette) {
    int[] colours = palette.stream().mapToInt(colour -> brightened(colour)).toArray();
    return new IndexColorModel(
        8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
  }

  /** What rounding has taken away, so that white is white again. */
  private static int brightened(int colour) {
    return colour | (colour >> 6 & 0x030303);
  }

  private static int nearest(int colour, List<Integer> palette) {
    int found = 0;
    for (int place = 1; place < palette.size(); place++) {
      if (distance(colour, palette.get(place)) < distance(colour, palette.get(found))) {
        found = place;
      }
    }
    return found;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (one >> shift & 0xFF) - (other >> shift & 0xFF);
      sum += difference * difference;
    }
    return sum;
  }
}
