package calltally.app.command;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an encoding from the command line. */
final class CharsetConverter implements ITypeConverter<Charset> {

  @Override
  public Charset convert(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new TypeConversionException(
          "must be an encoding known to Java, such as UTF-8 or windows-1251 (was " + name + ")");
    }
  }
}
