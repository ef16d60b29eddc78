package calltally.app.check;

import calltally.app.terminal.Message;

/** Sizes in words: KiB, MiB or GiB. */
final class ByteSize {

  private static final long KIBIBYTE = 1L << 10;
  private static final long MEBIBYTE = 1L << 20;
  private static final long GIBIBYTE = 1L << 30;

  private ByteSize() {}

  static Message words(long bytes) {
    if (bytes < MEBIBYTE) {
      return Message.of("size.kib", (bytes + KIBIBYTE - 1) / KIBIBYTE);
    }
    return bytes < GIBIBYTE
        ? Message.of("size.mib", bytes / MEBIBYTE)
        : Message.of("size.gib", (double) bytes / GIBIBYTE);
  }
}
