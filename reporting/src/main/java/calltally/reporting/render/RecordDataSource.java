package calltally.reporting.render;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;

/** Rows for a template: records of one type, whose components are the template's fields. */
final class RecordDataSource implements JRDataSource {

  private final Iterator<? extends Record> rows;
  private final Map<String, RecordComponent> components = new HashMap<>();
  private @Nullable Record row;

  RecordDataSource(List<? extends Record> rows) {
    this.rows = rows.iterator();
    if (!rows.isEmpty()) {
      for (RecordComponent component : rows.get(0).getClass().getRecordComponents()) {
        component.getAccessor().setAccessible(true);
        components.put(component.getName(), component);
      }
    }
  }

  @Override
  public boolean next() {
    row = rows.hasNext() ? rows.next() : null;
    return row != null;
  }

  @Override
  public @Nullable Object getFieldValue(JRField field) {
    RecordComponent component = components.get(field.getName());
    if (component == null) {
      throw new IllegalStateException(
          "cannot fill the template: each field must be a component of its row (was "
              + field.getName()
              + ")");
    }
    return value(component);
  }

  private @Nullable Object value(RecordComponent component) {
    try {
      return component.getAccessor().invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
