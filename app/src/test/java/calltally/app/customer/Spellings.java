package calltally.app.customer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The ways in which exchanges and people write one Belarusian mobile number.
 *
 * @param local its last seven digits
 */
record Spellings(String local) {

  static Spellings random(long seed) {
    return new Spellings(String.valueOf(2_345_678 + new Random(seed).nextInt(7_000_000)));
  }

  String e164() {
    return "+37529" + local;
  }

  /** All of them, each once. */
  List<String> all() {
    Set<String> all = new LinkedHashSet<>();
    for (String written : plain()) {
      all.addAll(dressed(written));
    }
    all.add("37529" + local + ".0");
    all.add("+37529" + local + ".0");
    all.add("8029" + local + ".0");
    all.add(" 37529" + local);
    return new ArrayList<>(all);
  }

  /** Other customers' numbers that share most digits with it. */
  List<String> ofOthers() {
    char last = local.charAt(6);
    String different = local.substring(0, 6) + (last == '9' ? '8' : (char) (last + 1));
    return List.of(
        "+37529" + different,
        "+37533" + local,
        "+4829" + local,
        "+37529" + local + "0",
        "937529" + local + "00",
        "+7929" + local,
        "8 033 " + local,
        "1" + local);
  }

  private List<String> plain() {
    String two = local.substring(3, 5);
    String last = local.substring(5);
    String three = local.substring(0, 3);
    List<String> plain =
        new ArrayList<>(
            List.of(
                "+37529" + local,
                "37529" + local,
                "0037529" + local,
                "81037529" + local,
                "8029" + local,
                "029" + local,
                "29" + local,
                "8 (029) %s-%s-%s".formatted(three, two, last),
                "(029) %s-%s-%s".formatted(three, two, last)));
    Stream.of(" ", "-", ".", "/", "\u00a0", "\u202f", "\t")
        .map(between -> String.join(between, "+375", "29", three, two, last))
        .forEach(plain::add);
    return plain;
  }

  private static List<String> dressed(String written) {
    return List.of(
        written,
        "  " + written + " ",
        "\"" + written + "\"",
        "'" + written + "'",
        written + "#",
        written + "*",
        "<" + written + ">",
        "\"Ivan, Minsk\" <" + written + ">",
        "Ivan <sip:" + written + "@pbx.example>;tag=1928",
        "sip:" + written + "@10.0.0.1:5060;user=phone",
        "SIPS:" + written + "@pbx.example",
        "tel:" + written,
        "tel:" + written + ";phone-context=by");
  }
}
