package calltally.app.terminal;

/**
 * A column of an answer.
 *
 * @param isNumber its values are numbers
 */
public record TextColumn(String name, boolean isNumber) {}
