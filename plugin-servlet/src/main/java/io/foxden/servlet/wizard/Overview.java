package io.foxden.servlet.wizard;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.SignIn;
import io.foxden.servlet.gate.Visitor.Administrator;
import io.foxden.servlet.page.Frame;
import io.foxden.setting.SiteAddress;
import io.foxden.words.Message;
import io.foxden.words.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows the one page as things stand. */
public final class Overview {
    private static final int OK = 200;
    /** Nothing can be changed while one of these lasts. */
    private static final Set<Code> BLOCKING = EnumSet.of(
            Code.BAD_SETTING, Code.VAULT_KEY_MISSING, Code.VAULT_KEY_WRONG, Code.HOME_UNUSABLE, Code.RECORD_UNREADABLE);

    /** What a reset without the key ends. */
    private static final Set<Code> RESCUED_BY_RESET =
            EnumSet.of(Code.VAULT_KEY_MISSING, Code.VAULT_KEY_WRONG, Code.RECORD_UNREADABLE);

    private final Installation foxden;

    private final Sightings sightings;

    public Overview(Installation foxden, Sightings sightings) {
        this.foxden = foxden;
        this.sightings = sightings;
    }

    /** What there is to tell besides how things stand. */
    private record Occasion(
            @Nullable Message done,
            @Nullable Problem refused,
            @Nullable SetupForm typed) {
        /** Whether the fields say it all, each beside itself. */
        boolean byFields() {
            boolean ours =
                    refused != null && (refused.code() == Code.DETAILS_MISSING || refused.code() == Code.BAD_REQUEST);
            return ours && typed != null && !typed.wrong().isEmpty();
        }
    }

    /** {@code GET /}. Whoever has just signed in, and brought the session back, goes on to the plain address. */
    public Answer show(Request request, Administrator administrator) {
        if (request.hasQuery(SignIn.SIGNED_IN)) {
            return Answer.seeOther(request.home());
        }
        Message done = Feedback.of(request.query().one("done")).orElse(null);
        return answer(OK, page(request, administrator, new Occasion(done, null, null)));
    }

    /** The page with what went wrong on top. */
    Answer show(Request request, Administrator administrator, Problem problem) {
        return answer(problem.code().httpStatus(), page(request, administrator, new Occasion(null, problem, null)));
    }

    /** The page with the form as somebody typed it, and what is wrong with it. */
    Answer show(Request request, Administrator administrator, Problem problem, SetupForm form) {
        return answer(problem.code().httpStatus(), page(request, administrator, new Occasion(null, problem, form)));
    }

    URI proposed(Request request) {
        return sightings.proposed(request);
    }

    SetupForm form(Request request) {
        return SetupForm.of(foxden.form(proposed(request)), foxden.settings().apiUrl(), request.words());
    }

    private OverviewPage page(Request request, Administrator administrator, Occasion occasion) {
        Words words = request.words();
        Status status = foxden.statusWithName();
        Problem standing = status.problem();
        boolean blocked = standing != null && BLOCKING.contains(standing.code());
        PhaseText phase = PhaseText.of(status.phase(), words);
        PhaseText state = blocked ? phase.blocked(words) : phase;
        SetupForm typed = occasion.typed();
        return new OverviewPage(
                new Frame(words, state.heading(), request.home(), administrator.signOut()),
                administrator.formToken(),
                state,
                occasion.done() == null ? null : words.text(occasion.done()),
                notices(status, occasion, request),
                occasion.byFields() && typed != null ? OverviewPage.WrongField.of(typed.wrong(), words) : List.of(),
                blocked || !registers(status) ? null : typed == null ? form(request) : typed,
                OverviewPage.RegisteredClient.of(status.client(), words),
                OverviewPage.ConnectedStore.of(status.connection(), status.phase() == Phase.CONNECTED, words),
                blocked ? rescue(status) : buttons(status),
                foxden.settings().apiUrl(),
                status.version());
    }

    /** Whether registering is the next step. */
    private static boolean registers(Status status) {
        return status.phase() == Phase.NEW || status.phase() == Phase.REGISTERING || isRefused(status);
    }

    /** Whether Foxy refuses the client; what is still connected stays in use until a new one takes its place. */
    private static boolean isRefused(Status status) {
        return told(status).anyMatch(problem -> problem.code() == Code.CLIENT_UNKNOWN);
    }

    private static Stream<Problem> told(Status status) {
        return Stream.concat(Stream.ofNullable(status.problem()), status.warnings().stream());
    }

    private static OverviewPage.Buttons buttons(Status status) {
        Phase phase = status.phase();
        boolean brokenConnection = phase == Phase.BROKEN && !isRefused(status);
        return new OverviewPage.Buttons(
                phase == Phase.REGISTERED || phase == Phase.DISCONNECTED,
                brokenConnection || (phase == Phase.CONNECTED && wantsPerson(status)),
                phase == Phase.CONNECTED,
                phase == Phase.CONNECTED,
                phase == Phase.CONNECTED || brokenConnection,
                status.client() != null,
                false);
    }

    /** Whether the connection will end unless a person approves again. */
    private static boolean wantsPerson(Status status) {
        return told(status)
                .anyMatch(problem -> problem.code() == Code.NEEDS_RECONNECT || problem.code() == Code.CONSENT_EXPIRES);
    }

    /** What is left to press where the key, or what was sealed with it, is lost. */
    private static OverviewPage.Buttons rescue(Status status) {
        Problem standing = status.problem();
        return standing != null && RESCUED_BY_RESET.contains(standing.code())
                ? OverviewPage.Buttons.KEY_LOST
                : OverviewPage.Buttons.NONE;
    }

    /** What was just refused comes first; then the settings, one by one; then what the status says. */
    private List<Notice> notices(Status status, Occasion occasion, Request request) {
        Words words = request.words();
        Problem refused = occasion.refused();
        List<Notice> notices = new ArrayList<>();
        List<Problem> settings = foxden.settings().problems();
        if (refused != null && refused.code() != Code.BAD_SETTING && !occasion.byFields()) {
            notices.add(Notice.bad(refused, words));
        }
        if (!settings.isEmpty()) {
            notices.add(Notice.bad(settings, words));
        }
        sightings.misled(request).map(problem -> Notice.note(problem, words)).ifPresent(notices::add);
        Problem standing = status.problem();
        if (standing != null && isNews(standing, refused)) {
            boolean stops = status.phase() != Phase.CONNECTED || BLOCKING.contains(standing.code());
            notices.add(stops ? Notice.bad(standing, words) : Notice.note(standing, words));
        }
        status.warnings().stream()
                .filter(warning -> isNews(warning, refused))
                .map(warning -> Notice.note(warning, words))
                .forEach(notices::add);
        return notices;
    }

    /** Whether the page does not say it already. */
    private static boolean isNews(Problem problem, @Nullable Problem refused) {
        return problem.code() != Code.BAD_SETTING && (refused == null || refused.code() != problem.code());
    }

    private Answer answer(int status, OverviewPage page) {
        List<URI> targets = Stream.concat(
                        Stream.of(foxden.settings().authorizeUrl()), foxden.site().map(SiteAddress::siteUrl).stream())
                .toList();
        return Answer.page(status, page.html()).withFormTargets(targets);
    }
}
