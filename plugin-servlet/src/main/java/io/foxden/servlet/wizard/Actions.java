package io.foxden.servlet.wizard;

import io.foxden.installation.InstallRequest;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Parameters;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.Denials;
import io.foxden.servlet.gate.Resetting;
import io.foxden.servlet.gate.Visitor.Administrator;
import io.foxden.setting.DetailField;
import io.foxden.setting.SiteAddress;
import io.foxden.words.Message;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the page's buttons do. Done means on to the page; refused means the page again, with the reason on top. */
public final class Actions {
    private static final String CONNECT = "connect";
    private static final String UNCHECKED = "unchecked";
    private static final Set<String> NO_DETAILS = Set.of(SiteAddress.PARAMETER, "csrf", "then", UNCHECKED);

    private final Installation foxden;
    private final Overview home;
    private final Function<Request, Answer> connect;
    private final Resetting reset;
    private final Denials refusals;
    private final SiteCheck check;

    /** @param connect sends the browser to Foxy */
    public Actions(
            Installation foxden,
            Overview home,
            Sightings sightings,
            Function<Request, Answer> connect,
            Resetting reset,
            Denials refusals) {
        this.check = new SiteCheck(foxden, sightings);
        this.reset = reset;
        this.foxden = foxden;
        this.home = home;
        this.connect = connect;
        this.refusals = refusals;
    }

    /** {@code POST /install}: registers; with {@code then=connect} the browser goes on to Foxy at once. */
    public Answer install(Request request, Administrator administrator) throws IOException {
        Parameters typed = request.form();
        try {
            Map<String, String> details = details(typed);
            Optional<Problem> doubt = "yes".equals(typed.one(UNCHECKED))
                    ? Optional.empty()
                    : check.doubt(request, typed.text(SiteAddress.PARAMETER));
            if (doubt.isPresent()) {
                return doubted(request, administrator, doubt.get(), typed);
            }
            foxden.install(new InstallRequest(typed.one(SiteAddress.PARAMETER), home.proposed(request), details));
        } catch (FoxdenException e) {
            return again(request, administrator, e, typed);
        }
        return CONNECT.equals(typed.one("then")) ? connect(request, administrator) : done(request, Feedback.REGISTERED);
    }

    private Answer connect(Request request, Administrator administrator) {
        try {
            return connect.apply(request);
        } catch (FoxdenException e) {
            return refused(request, administrator, e);
        }
    }

    /** {@code POST /refresh}. */
    public Answer refresh(Request request, Administrator administrator) {
        return act(request, administrator, Feedback.REFRESHED, foxden::refresh);
    }

    /** {@code POST /disconnect}. */
    public Answer disconnect(Request request, Administrator administrator) {
        return act(request, administrator, Feedback.DISCONNECTED, foxden::disconnect);
    }

    /** {@code POST /reset}: with {@code without_key=yes} everything sealed is given up. */
    public Answer reset(Request request, Administrator administrator) throws IOException {
        boolean withoutKey = "yes".equals(request.form().one("without_key"));
        try {
            boolean unread =
                    !reset.run(withoutKey, administrator.session()).unread().isEmpty();
            return done(request, unread ? Feedback.RESET_UNREAD : Feedback.RESET);
        } catch (FoxdenException e) {
            return refused(request, administrator, e);
        }
    }

    private Answer act(Request request, Administrator administrator, Feedback done, Runnable action) {
        try {
            action.run();
            return done(request, done);
        } catch (FoxdenException e) {
            return refused(request, administrator, e);
        }
    }

    private static Answer done(Request request, Feedback done) {
        return Answer.seeOther(request.home() + "?done=" + done.word());
    }

    private Answer refused(Request request, Administrator administrator, FoxdenException e) {
        refusals.note(request, e);
        return Denials.withRetryAfter(home.show(request, administrator, e.problem()), e);
    }

    /** The form once more, with a way to check the address and one to go on without. */
    private Answer doubted(Request request, Administrator administrator, Problem doubt, Parameters typed) {
        SetupForm form = home.form(request)
                .typed(typed)
                .marked(doubt, request.words())
                .toBeChecked(check.link(request, typed.text(SiteAddress.PARAMETER)));
        return home.show(request, administrator, doubt, form);
    }

    private Answer again(Request request, Administrator administrator, FoxdenException e, Parameters typed) {
        refusals.note(request, e);
        SetupForm form = home.form(request).typed(typed).marked(e.problem(), request.words());
        return Denials.withRetryAfter(home.show(request, administrator, e.problem(), form), e);
    }

    /** @throws OperatorException BAD_REQUEST where a field is none of the form's: it may be a misspelt one */
    private static Map<String, String> details(Parameters typed) {
        Map<String, String> details = new LinkedHashMap<>(typed.each());
        details.keySet().removeAll(NO_DETAILS);
        List<String> unknown = details.keySet().stream()
                .filter(name -> DetailField.ofParameter(name).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            throw new OperatorException(
                    Code.BAD_REQUEST,
                    Message.of("servlet/wizard/unknown-fields").with("fields", unknown));
        }
        return details;
    }
}
