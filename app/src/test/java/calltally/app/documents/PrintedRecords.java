package calltally.app.documents;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds where Java's own text of a record, {@code Foo[bar=1]}, becomes part of another text. */
final class PrintedRecords extends TreePathScanner<Void, Void> {

  /** What makes texts of its arguments. */
  private static final Set<String> WRITERS =
      Set.of(
          "org.slf4j.Logger",
          "java.lang.String",
          "java.lang.StringBuilder",
          "java.io.PrintStream",
          "java.io.PrintWriter",
          "calltally.app.terminal.Message",
          "calltally.app.terminal.Texts",
          "calltally.app.terminal.CommandFailedException",
          "calltally.sql.LocalizedText");

  /** Messages inside messages: translated with them, and never printed by {@code toString()}. */
  private static final Set<String> TRANSLATED =
      Set.of("calltally.app.terminal.Message", "calltally.sql.LocalizedText");

  private final Trees trees;
  private final List<String> found = new ArrayList<>();

  PrintedRecords(JavacTask task) {
    trees = Trees.instance(task);
  }

  List<String> in(Iterable<? extends CompilationUnitTree> files) {
    files.forEach(file -> scan(file, null));
    return found;
  }

  @Override
  public Void visitBinary(BinaryTree sum, Void none) {
    if (sum.getKind() == Tree.Kind.PLUS && "java.lang.String".equals(String.valueOf(type(sum)))) {
      check(sum.getLeftOperand());
      check(sum.getRightOperand());
    }
    return super.visitBinary(sum, null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
    Element method = trees.getElement(getCurrentPath());
    if (method != null && WRITERS.contains(String.valueOf(method.getEnclosingElement()))) {
      call.getArguments().forEach(this::check);
    }
    if (call.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("toString")) {
      check(select.getExpression());
    }
    return super.visitMethodInvocation(call, null);
  }

  private void check(ExpressionTree argument) {
    if (isPrintedAsRecord(type(argument))) {
      CompilationUnitTree file = getCurrentPath().getCompilationUnit();
      long start = trees.getSourcePositions().getStartPosition(file, argument);
      String name = file.getSourceFile().getName().replaceFirst(".*/java/", "");
      found.add(name + ":" + file.getLineMap().getLineNumber(start) + ": " + argument);
    }
  }

  private @Nullable TypeMirror type(ExpressionTree argument) {
    return trees.getTypeMirror(new TreePath(getCurrentPath(), argument));
  }

  /** A record without a text of its own, or a collection of such. */
  private boolean isPrintedAsRecord(@Nullable TypeMirror type) {
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)
        || TRANSLATED.contains(element.getQualifiedName().toString())) {
      return false;
    }
    return element.getKind() == ElementKind.RECORD
        ? !hasText(element)
        : element.getQualifiedName().toString().startsWith("java.util.")
            && declared.getTypeArguments().stream().anyMatch(this::isPrintedAsRecord);
  }

  /** The compiler's own method is not in the source, so it has no tree. */
  private boolean hasText(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(member -> member.toString().equals("toString()"))
        .anyMatch(member -> trees.getTree(member) != null);
  }
}
