package calltally.exchange.request;

import java.nio.charset.Charset;
import java.util.Arrays;

/** An immutable sequence of bytes, as received. */
public final class Bytes {

  public static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes.clone());
  }

  public int size() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** The first bytes, at most {@code most}. */
  public Bytes first(int most) {
    return size() <= most ? this : new Bytes(Arrays.copyOf(bytes, most));
  }

  public byte[] toArray() {
    return bytes.clone();
  }

  /** The bytes decoded; malformed ones become the replacement character. */
  public String text(Charset charset) {
    return new String(bytes, charset);
  }
}
