package calltally.app.terminal;

/**
 * A column of a table.
 *
 * @param isNumber its values are numbers
 */
public record TextColumn(String name, boolean isNumber) {}
