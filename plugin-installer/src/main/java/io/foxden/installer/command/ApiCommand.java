package io.foxden.installer.command;

import io.foxden.api.Api;
import io.foxden.api.Resource;
import io.foxden.hal.Json;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.Progress;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One authenticated call. */
@Command(
        name = "api",
        footerHeading = "%n",
        footer = {
            "  foxden api GET fx:store",
            "  foxden api GET 'fx:store/fx:customers?limit=5'",
            "  foxden api PATCH fx:store -d store_name=Example",
            "  foxden api POST fx:store/fx:customers @customer.json"
        })
final class ApiCommand implements Action {
    private enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE;

        boolean hasBody() {
            return this != GET && this != DELETE;
        }
    }

    @Mixin
    private final DryRun dryRun = new DryRun();

    @Parameters(index = "0", paramLabel = "METHOD", descriptionKey = "method")
    private Method method = Method.GET;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "LINK", descriptionKey = "link")
    private List<String> words = new ArrayList<>();

    @Option(names = "-d", paramLabel = "NAME=VALUE")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Override
    public Ending run(Invocation invocation) throws IOException {
        List<String> links = new ArrayList<>(words);
        String body = body(links, invocation);
        Target target = Target.of(links);
        Installation foxden = invocation.forChange(dryRun);
        if (dryRun.on) {
            Message would = Message.of("installer/command/would.api");
            return Deed.of(invocation).would(would, described(target, body), foxden.status());
        }
        try (Progress waiting = invocation.console().progress(Message.of("installer/command/waiting.api"))) {
            return new Ending.Fetched(call(foxden.api(), target, body).json());
        }
    }

    /** The body, taken off the end of the words or made of the properties; null where the method has none. */
    private @Nullable String body(List<String> links, Invocation invocation) {
        String last = links.get(links.size() - 1);
        boolean given = CallBody.looksLikeOne(last);
        if (!method.hasBody()) {
            refuse(
                    given || !properties.isEmpty(),
                    Message.of("installer/command/no-body").with("method", method));
            return null;
        }
        refuse(given && !properties.isEmpty(), Message.of("installer/command/body-twice"));
        refuse(given && links.size() == 1, Message.of("installer/command/body-alone"));
        if (!given) {
            return Json.encode(properties);
        }
        links.remove(links.size() - 1);
        return CallBody.read(last, invocation.outside().terminal().in());
    }

    private static void refuse(boolean wrong, Message why) {
        if (wrong) {
            throw new OperatorException(Code.WRONG_USAGE, why);
        }
    }

    private Map<String, String> described(Target target, @Nullable String body) {
        Map<String, String> described = new LinkedHashMap<>();
        described.put("method", method.name());
        described.put("target", target.toString());
        if (body != null) {
            described.put("body", body);
        }
        return described;
    }

    private Resource call(Api api, Target target, @Nullable String body) {
        String address = target.find(api);
        String content = body == null ? "{}" : body;
        return switch (method) {
            case GET -> api.get(address);
            case POST -> api.post(address, content);
            case PUT -> api.put(address, content);
            case PATCH -> api.patch(address, content);
            case DELETE -> api.delete(address);
        };
    }
}
