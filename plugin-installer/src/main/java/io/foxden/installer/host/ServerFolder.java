package io.foxden.installer.host;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server's base folder ({@code catalina.base}, {@code jetty.base}, …), beside whose files Foxden keeps its homes. */
public final class ServerFolder {
    private static final String HOMES = "foxden";

    /** The context that {@code foxden.war} has by its file name. */
    private static final String USUAL_CONTEXT = "foxden";

    private static final Pattern CONTEXT = Pattern.compile("[A-Za-z0-9_#-][A-Za-z0-9._#-]{0,79}");

    private final Path folder;

    /** @throws OperatorException (wrong_usage) if there is no such folder */
    public ServerFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            Message what = Message.of("installer/host/no-folder").with("folder", folder);
            throw new OperatorException(
                    Problem.of(Code.WRONG_USAGE, what).withNext(Message.of("installer/host/no-folder.next")));
        }
        this.folder = folder;
    }

    /**
     * The home of the one installation beside this server, or of the one named.
     *
     * @param context the context name, such as {@code foxden} or {@code ROOT}; null where there is only one
     * @throws OperatorException (not_installed) if there is none, (wrong_usage) if there are several to choose from
     */
    public Path home(@Nullable String context) {
        List<String> names = names();
        if (context == null ? names.isEmpty() : !names.contains(context)) {
            throw none(context, names);
        }
        if (context == null && names.size() > 1) {
            throw several(names);
        }
        return homes().resolve(context == null ? names.get(0) : context);
    }

    /**
     * The same; where there is none, the one to make.
     *
     * @throws OperatorException (wrong_usage) if there are several to choose from, or the name is no folder's
     */
    public Path homeToMake(@Nullable String context) {
        List<String> names = names();
        if (context == null ? !names.isEmpty() : names.contains(context)) {
            return home(context);
        }
        String name = context == null ? USUAL_CONTEXT : context;
        if (!CONTEXT.matcher(name).matches()) {
            throw new OperatorException(
                    Code.WRONG_USAGE, Message.of("installer/host/no-context").with("name", name));
        }
        return homes().resolve(name);
    }

    private Path homes() {
        return folder.resolve(HOMES);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        if (!Files.notExists(homes())) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(homes(), Files::isDirectory)) {
                entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
            } catch (IOException | DirectoryIteratorException e) {
                Message what = Message.of("installer/host/cannot-list").with("folder", homes());
                throw new OperatorException(Problem.of(Code.HOME_UNUSABLE, what), e);
            }
        }
        names.sort(null);
        return names;
    }

    private OperatorException none(@Nullable String context, List<String> names) {
        Path sought = context == null ? homes().resolve("<context>") : homes().resolve(context);
        Message what = names.isEmpty()
                ? Message.of("installer/host/no-home")
                : Message.of("installer/host/no-home-but").with("names", names);
        return new OperatorException(Problem.of(Code.NOT_INSTALLED, what.with("folder", sought))
                .withNext(Message.of("installer/host/no-home.next")));
    }

    private OperatorException several(List<String> names) {
        List<String> choices = names.stream().map(name -> "--context " + name).toList();
        Message what =
                Message.of("installer/host/several").with("count", names.size()).with("folder", homes());
        return new OperatorException(Problem.of(Code.WRONG_USAGE, what)
                .withNext(Message.of("installer/host/several.next").with("choices", choices)));
    }
}
