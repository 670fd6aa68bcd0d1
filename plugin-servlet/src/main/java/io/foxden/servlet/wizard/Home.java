package io.foxden.servlet.wizard;

import io.foxden.Foxden;
import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.config.SiteAddress;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.Visitor.Administrator;
import io.foxden.servlet.page.Frame;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows the one page as things stand. */
public final class Home {
    private static final int OK = 200;
    /** Nothing can be changed while one of these lasts. */
    private static final Set<Code> BLOCKING = EnumSet.of(
            Code.BAD_SETTING, Code.VAULT_KEY_MISSING, Code.VAULT_KEY_WRONG, Code.HOME_UNUSABLE, Code.RECORD_UNREADABLE);

    private final Foxden foxden;

    public Home(Foxden foxden) {
        this.foxden = foxden;
    }

    /** {@code GET /}. */
    public Answer show(Request request, Administrator administrator) {
        return answer(OK, page(request, administrator, Done.of(request.query().one("done")), null, null));
    }

    /** The page with what went wrong on top. */
    Answer show(Request request, Administrator administrator, Problem problem) {
        return answer(problem.code().httpStatus(), page(request, administrator, null, problem, null));
    }

    /** The page with the form as somebody typed it, and what is wrong with it. */
    Answer show(Request request, Administrator administrator, Problem problem, SetupForm form) {
        return answer(problem.code().httpStatus(), page(request, administrator, null, problem, form));
    }

    SetupForm form(Request request) {
        return SetupForm.of(foxden.form(request.seenSiteUrl()));
    }

    private HomePage page(
            Request request,
            Administrator administrator,
            @Nullable String done,
            @Nullable Problem problem,
            @Nullable SetupForm typed) {
        Status status = foxden.status();
        State state = State.of(status.phase());
        boolean blocked =
                status.problem() != null && BLOCKING.contains(status.problem().code());
        SetupForm form = blocked || !registers(status) ? null : typed == null ? form(request) : typed;
        return new HomePage(
                new Frame(state.heading(), request.home(), administrator.signOut()),
                administrator.formToken(),
                state,
                done,
                troubles(status, problem),
                form,
                HomePage.Client.of(status.client()),
                HomePage.Connection.of(status.connection()),
                blocked ? HomePage.Buttons.NONE : buttons(status),
                foxden.settings().apiUrl(),
                status.version());
    }

    /** Whether registering is the next step. */
    private static boolean registers(Status status) {
        return status.phase() == Phase.NEW || status.phase() == Phase.REGISTERING || isRefused(status);
    }

    private static boolean isRefused(Status status) {
        return status.phase() == Phase.BROKEN
                && status.problem() != null
                && status.problem().code() == Code.CLIENT_UNKNOWN;
    }

    private static HomePage.Buttons buttons(Status status) {
        Phase phase = status.phase();
        boolean brokenConnection = phase == Phase.BROKEN && !isRefused(status);
        return new HomePage.Buttons(
                phase == Phase.REGISTERED || phase == Phase.DISCONNECTED,
                phase == Phase.CONNECTED || brokenConnection,
                phase == Phase.CONNECTED,
                phase == Phase.CONNECTED || brokenConnection,
                status.client() != null);
    }

    /** What was just refused comes first; then the settings, one by one; then what the status says. */
    private List<Trouble> troubles(Status status, @Nullable Problem refused) {
        List<Trouble> troubles = new ArrayList<>();
        List<Problem> settings = foxden.settings().problems();
        if (refused != null && refused.code() != Code.BAD_SETTING) {
            troubles.add(Trouble.of(refused));
        }
        if (!settings.isEmpty()) {
            troubles.add(Trouble.of(settings));
        }
        Problem standing = status.problem();
        if (standing != null && standing.code() != Code.BAD_SETTING && !standing.equals(refused)) {
            troubles.add(Trouble.of(standing));
        }
        return troubles;
    }

    private Answer answer(int status, HomePage page) {
        List<URI> targets = Stream.concat(
                        Stream.of(foxden.settings().authorizeUrl()), foxden.site().map(SiteAddress::siteUrl).stream())
                .toList();
        return Answer.page(status, page.html()).withFormTargets(targets);
    }
}
