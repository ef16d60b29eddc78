package calltally.reporting.render.chart;

import java.awt.Color;
import java.util.List;

/** Colours of shapes; the colours of texts are in the reports' style. */
final class Palette {

  static final Color INK = new Color(0x0F172A);
  static final Color DARK = new Color(0x334155);
  static final Color SECONDARY = new Color(0x64748B);
  static final Color MUTED = new Color(0x94A3B8);
  static final Color HAIRLINE = new Color(0xE2E8F0);
  static final Color AXIS = new Color(0xCBD5E1);
  static final Color TRACK = new Color(0xEEF2F7);
  static final Color SHADE = new Color(0xF1F5F9);
  static final Color ANSWERED = new Color(0x4F46E5);
  static final Color MISSED = new Color(0xFB7185);
  static final Color BAD = new Color(0xE11D48);
  static final Color NEUTRAL = new Color(0xCBD5E1);
  static final Color REACHED = new Color(0xD1FAE5);
  static final Color WAITING = new Color(0xFEF3C7);
  static final Color NOT_REACHED = new Color(0xFFE4E6);

  /** Colours from a small to a large share; they darken in greyscale too. */
  static final List<Color> RAMP =
      List.of(
          new Color(0xF1F5F9),
          new Color(0xE0E7FF),
          new Color(0xC7D2FE),
          new Color(0xA5B4FC),
          new Color(0x818CF8),
          new Color(0x6366F1),
          new Color(0x4F46E5),
          new Color(0x3730A3));

  /** First step of the ramp with white text. */
  static final int DARK_FROM = 5;

  private Palette() {}
}
