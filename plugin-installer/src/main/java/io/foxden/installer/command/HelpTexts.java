package io.foxden.installer.command;

import io.foxden.event.History;
import io.foxden.words.Message;
import io.foxden.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What {@code --help} says, in one language, under the names by which picocli looks for it. It never comes from the JDK's
 * own reading of bundles, whose cache and fallback to the machine's language we do not want.
 */
public final class HelpTexts extends ResourceBundle {
    private final Words words;
    private final Map<String, String> texts = new LinkedHashMap<>();

    /** @param line with all commands */
    public HelpTexts(Words words, CommandLine line) {
        this.words = words;
        texts.put("usage.synopsisHeading", heading("synopsis") + " ");
        texts.put("usage.commandListHeading", "%n" + heading("commands") + "%n");
        command(line);
        line.getSubcommands().values().forEach(this::command);
    }

    /** @param table statuses and what they mean; under the help of all commands together only */
    public HelpTexts withStatuses(CommandLine line, Map<Integer, Message> table) {
        texts.put(line.getCommandName() + ".usage.exitCodeListHeading", "%n" + heading("statuses") + "%n");
        List<String> rows = new ArrayList<>();
        table.forEach((status, meaning) -> rows.add(status + ":" + words.text(meaning)));
        rows(line.getCommandName() + ".usage.exitCodeList", rows);
        return this;
    }

    private String heading(String name) {
        return said(Message.of("installer/command/heading." + name));
    }

    private void command(CommandLine command) {
        String name = command.getCommandName();
        List<String> rows = new ArrayList<>();
        rows.add(said(Message.of("installer/command/help." + name)));
        for (String more : List.of(".more", ".exit")) {
            if (words.knows("installer/command/help." + name + more)) {
                rows.add(said(Message.of("installer/command/help." + name + more)));
            }
        }
        rows(command.getCommandSpec().qualifiedName(".") + ".usage.description", rows);
        command.getCommandSpec().options().forEach(this::option);
        command.getCommandSpec().positionalParameters().forEach(this::parameter);
    }

    private void option(OptionSpec option) {
        String name = bare(option);
        texts.put(name, meaning(name));
        if (!option.descriptionKey().isEmpty()) {
            texts.put(option.descriptionKey(), meaning(name));
        }
    }

    private void parameter(PositionalParamSpec parameter) {
        String name = bare(parameter);
        texts.put(name, said(Message.of("installer/command/parameter." + name)));
    }

    /** An option that gives a setting means what the setting means. */
    private String meaning(String name) {
        String own = "installer/command/option." + name;
        return said(words.knows(own) ? Message.of(own) : Message.of("setting/meaning." + name));
    }

    private String said(Message message) {
        return words.text(message.with("usual", History.USUAL).with("most", History.MOST));
    }

    private void rows(String name, List<String> rows) {
        for (int i = 0; i < rows.size(); i++) {
            texts.put(name + "." + i, rows.get(i));
        }
    }

    static String bare(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : String.valueOf(((PositionalParamSpec) argument).descriptionKey());
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
