package calltally.reporting.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.reporting.call.fold.Milliseconds;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/** Rows in the binary format of PostgreSQL's {@code copy}; grows as it is written. */
final class CopyRows {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int NULL = -1;
  private static final int TEXT_TYPE = 25;
  private static final int END = -1;
  private static final long EPOCH_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final int GROUP = 10_000;

  private ByteBuffer bytes;

  /** Starts with room for that many bytes, and grows when needed. */
  CopyRows(int capacity) {
    bytes = ByteBuffer.allocate(capacity);
    bytes.put(SIGNATURE);
  }

  boolean isEmpty() {
    return bytes.position() == SIGNATURE.length;
  }

  int size() {
    return bytes.position();
  }

  /** Ends the rows, which may now be sent; nothing may be added afterwards. */
  byte[] end() {
    room(2).putShort((short) END);
    return bytes.array();
  }

  /** Begins a row with the given number of columns. */
  CopyRows row(int columns) {
    room(2).putShort((short) columns);
    return this;
  }

  CopyRows integer(int value) {
    room(8).putInt(4).putInt(value);
    return this;
  }

  CopyRows bigint(@Nullable Long value) {
    if (value == null) {
      return none();
    }
    room(12).putInt(8).putLong(value);
    return this;
  }

  CopyRows smallint(int value) {
    room(6).putInt(2).putShort((short) value);
    return this;
  }

  CopyRows bool(@Nullable Boolean value) {
    if (value == null) {
      return none();
    }
    room(5).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  CopyRows text(@Nullable String value) {
    return value == null ? none() : sized(value.getBytes(UTF_8));
  }

  CopyRows texts(@Nullable List<String> values) {
    if (values == null) {
      return none();
    }
    int start = room(4).position();
    bytes.putInt(0);
    room(20).putInt(values.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT_TYPE);
    if (!values.isEmpty()) {
      bytes.putInt(values.size()).putInt(1);
      values.forEach(this::text);
    }
    bytes.putInt(start, bytes.position() - start - 4);
    return this;
  }

  CopyRows date(LocalDate value) {
    return integer((int) (value.toEpochDay() - EPOCH_DAY));
  }

  /** Writes microseconds. */
  CopyRows instant(@Nullable Instant value) {
    if (value == null) {
      return none();
    }
    long micros = (value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1_000;
    room(12).putInt(8).putLong(micros);
    return this;
  }

  CopyRows number(@Nullable BigDecimal value) {
    return value == null ? none() : sized(ByteConverter.numeric(value));
  }

  /** Writes seconds with milliseconds, rounded half up; must not be negative. */
  CopyRows seconds(@Nullable Duration time) {
    if (time == null) {
      return none();
    }
    long millis = Milliseconds.of(time).toMillis();
    long whole = millis / 1_000;
    if (whole >= GROUP) {
      return number(BigDecimal.valueOf(millis, 3));
    }
    return seconds((int) whole, (int) (millis % 1_000) * 10);
  }

  /** Writes a numeric: digits to the base 10,000, the weight of the first one, and a scale. */
  private CopyRows seconds(int whole, int fraction) {
    int first = whole > 0 ? 1 : 0;
    int last = fraction > 0 ? 1 : 0;
    int digits = first + last;
    room(16).putInt(8 + 2 * digits).putShort((short) digits);
    bytes.putShort((short) (first == 1 || last == 0 ? 0 : -1)).putShort((short) 0);
    bytes.putShort((short) 3);
    if (first == 1) {
      bytes.putShort((short) whole);
    }
    if (last == 1) {
      bytes.putShort((short) fraction);
    }
    return this;
  }

  private CopyRows none() {
    room(4).putInt(NULL);
    return this;
  }

  private CopyRows sized(byte[] value) {
    room(4 + value.length).putInt(value.length).put(value);
    return this;
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + more));
      bytes = larger.put(bytes.flip());
    }
    return bytes;
  }
}
