package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither the templates nor the code hold a text: whatever reads as one is for the log, a defect, or a machine. */
class LiteralsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern TAG = Pattern.compile("\\{\\{#say}}[^{}]*\\{\\{/say}}|\\{\\{[^}]*}}+");
    private static final Pattern TEXT = Pattern.compile(">([^<]*\\p{L}[^<]*)<");
    private static final Pattern READ_OUT =
            Pattern.compile("\\b((?:title|alt|aria-label|aria-description|placeholder|label)=\"[^\"]*\\p{L}[^\"]*\")");

    /** Two words with a blank between, or one that begins like a sentence. */
    private static final Pattern WORDS =
            Pattern.compile("(?s).*\\p{L}[,;:]? \\p{L}.*|[^\\p{L}]*\\p{Lu}\\p{Ll}+[^\\p{L}-]*");

    /** The log is in English; a defect of ours has a text for the log only. */
    private static final Set<String> FOR_THE_LOG = Set.of("LOG", "log");

    private static final Set<String> DEFECTS = Set.of("IllegalStateException", "IllegalArgumentException");
    /** Words of protocols, what a key is derived for, and a command that is the same in every language. */
    private static final Set<String> FOR_MACHINES = Set.of(
            "Bearer ",
            "Bearer realm=\"foxden\"",
            "Forwarded",
            "Tomcat",
            "; Path=",
            "; HttpOnly; SameSite=",
            "; Secure",
            "Lax",
            "Strict",
            "foxden form",
            "foxden login-link");

    /** Their first argument is the name of a header. */
    private static final Set<String> HEADERS = Set.of("with", "header", "getHeader", "SetCookie");

    @Test
    void no_template_holds_a_text() {
        assertThat(files("templates", ".mustache"))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(inTemplate(read(file))).as(file.toString()).isEmpty());
    }

    @Test
    void no_class_holds_a_text_for_people() {
        assertThat(files("java", ".java"))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(inSource(read(file))).as(file.toString()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Hello</p>",
                "<p>{{#say}}a/b{{/say}} and</p>",
                "<p>{{before}}oops<time>{{value}}</time></p>",
                "<img alt=\"a fox\">",
                "<input placeholder=\"{{x}} here\">"
            })
    void a_text_in_a_template_is_found(String template) {
        assertThat(inTemplate(template)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Notice(\"Sign in\")",
                "Problem.of(code, \"The field \" + name)",
                "\"Declined\".strip()",
                "Message.asIs(\"Foxy said: \" + text)",
                "answer.with(\"detail\", \"All is well here\")"
            })
    void a_text_in_a_class_is_found(String expression) {
        assertThat(inSource("class A { Object a = " + expression + "; }")).isNotEmpty();
    }

    private static List<String> inTemplate(String template) {
        String bare = TAG.matcher(template).replaceAll("");
        return Stream.of(TEXT, READ_OUT)
                .flatMap(pattern -> pattern.matcher(bare).results())
                .map(found -> found.group(1).strip())
                .toList();
    }

    private static List<String> inSource(String source) {
        List<String> found = new ArrayList<>();
        for (CompilationUnitTree unit : parse(source)) {
            new Literals(found).scan(unit, null);
        }
        return found;
    }

    private static List<CompilationUnitTree> parse(String source) {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, List.of(file));
        try {
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .<CompilationUnitTree>map(unit -> unit)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(MAIN.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Literals extends TreePathScanner<Void, Void> {
        private final List<String> found;

        Literals(List<String> found) {
            this.found = found;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text
                    && WORDS.matcher(text).matches()
                    && !FOR_MACHINES.contains(text)
                    && !excused(literal)) {
                found.add(text);
            }
            return null;
        }

        private boolean excused(LiteralTree literal) {
            Tree child = literal;
            for (Tree each : getCurrentPath()) {
                if (excuses(each, child, literal)) {
                    return true;
                }
                child = each;
            }
            return false;
        }

        private static boolean excuses(Tree tree, Tree child, LiteralTree literal) {
            if (tree instanceof MethodInvocationTree call) {
                String select = call.getMethodSelect().toString();
                String method = select.substring(select.lastIndexOf('.') + 1);
                boolean name =
                        !call.getArguments().isEmpty() && call.getArguments().get(0) == literal;
                return FOR_THE_LOG.contains(select.replaceFirst("\\..*", "")) || (name && HEADERS.contains(method));
            }
            if (tree instanceof NewClassTree made) {
                return child != made.getClassBody()
                        && DEFECTS.contains(made.getIdentifier().toString());
            }
            return tree instanceof AnnotationTree
                    || (tree instanceof MethodTree method && method.getName().contentEquals("toString"));
        }
    }
}
