package calltally.app.check;

import java.util.Locale;

/** Sizes in words: KiB, MiB or GiB. */
final class ByteSize {

  private static final long KIBIBYTE = 1L << 10;
  private static final long MEBIBYTE = 1L << 20;
  private static final long GIBIBYTE = 1L << 30;

  private ByteSize() {}

  static String words(long bytes) {
    if (bytes < MEBIBYTE) {
      return (bytes + KIBIBYTE - 1) / KIBIBYTE + " KiB";
    }
    return bytes < GIBIBYTE
        ? bytes / MEBIBYTE + " MiB"
        : String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIBIBYTE);
  }
}
