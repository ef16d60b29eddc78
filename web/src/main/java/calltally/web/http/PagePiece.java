package calltally.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A piece of a page, encoded and compressed once, however often it is sent. */
public final class PagePiece {

  /** Without a time or the name of a file. */
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, -1};

  private static final byte[] END_OF_BLOCKS = {3, 0};
  private static final int SPARE = 64;

  /** A new one takes a quarter of a megabyte, and as long as many a piece. */
  private static final ThreadLocal<Deflater> DEFLATER =
      ThreadLocal.withInitial(() -> new Deflater(Deflater.DEFAULT_COMPRESSION, true));

  private final byte[] plain;
  private final byte[] deflated;

  private PagePiece(byte[] plain, byte[] deflated) {
    this.plain = plain;
    this.deflated = deflated;
  }

  /** The piece with that text. */
  public static PagePiece of(String text) {
    byte[] plain = text.getBytes(UTF_8);
    return new PagePiece(plain, deflated(plain));
  }

  /** Ends at a byte and refers to nothing before it, so that it can follow any other piece. */
  private static byte[] deflated(byte[] plain) {
    Deflater deflater = DEFLATER.get();
    deflater.reset();
    deflater.setInput(plain);
    Buffer blocks = Buffer.buffer(plain.length / 4 + SPARE);
    byte[] part = new byte[plain.length / 4 + SPARE];
    int length = part.length;
    while (length == part.length) {
      length = deflater.deflate(part, 0, part.length, Deflater.SYNC_FLUSH);
      blocks.appendBytes(part, 0, length);
    }
    return blocks.getBytes();
  }

  /** The pieces one after another. */
  static Buffer joined(PagePiece... pieces) {
    Buffer whole = Buffer.buffer();
    for (PagePiece piece : pieces) {
      whole.appendBytes(piece.plain);
    }
    return whole;
  }

  /** The same as a gzip file. */
  static Buffer gzip(PagePiece... pieces) {
    Buffer file = Buffer.buffer().appendBytes(HEADER);
    CRC32 checksum = new CRC32();
    int length = 0;
    for (PagePiece piece : pieces) {
      file.appendBytes(piece.deflated);
      checksum.update(piece.plain);
      length += piece.plain.length;
    }
    return file.appendBytes(END_OF_BLOCKS)
        .appendIntLE((int) checksum.getValue())
        .appendIntLE(length);
  }
}
