package io.foxden.testkit.reception;

import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.consent.Authorization;
import io.foxden.testkit.endpoint.Endpoints;
import io.foxden.testkit.fault.Effect;
import io.foxden.testkit.fault.Faults;
import io.foxden.testkit.fault.Moment;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.journal.Ending;
import io.foxden.testkit.journal.Journal;
import io.foxden.testkit.journal.Target;
import io.foxden.testkit.journal.Visit;
import io.foxden.testkit.request.Switchboard;
import io.foxden.testkit.wire.Answer;
import io.foxden.testkit.wire.Call;
import io.foxden.testkit.wire.Delivery;
import io.foxden.testkit.wire.Responder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Attends to each request, in this order: journal, listeners, faults before, work, listeners, faults after. */
public final class Reception implements Responder {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Journal journal;
    private final Listeners listeners;
    private final Faults faults;
    private final Foxy foxy;
    private final Switchboard api;
    private final Authorization authorization;
    private final Answers answers;
    private final Falsehood falsehood;

    public Reception(Journal journal, Listeners listeners, Faults faults, Foxy foxy, Answers answers) {
        this.journal = journal;
        this.listeners = listeners;
        this.faults = faults;
        this.foxy = foxy;
        this.api = Endpoints.of(foxy, answers);
        this.authorization = new Authorization(foxy);
        this.answers = answers;
        this.falsehood = new Falsehood(answers);
    }

    @Override
    public Delivery respond(Call call) {
        Target target = call.path().equals(Authorization.PATH) ? Target.AUTHORIZE : api.target(call.path());
        String grantType = target == Target.TOKEN ? grantType(call) : null;
        Visit visit = journal.arrive(call, target, grantType);
        listeners.arrived(visit.exchange());
        return attend(call, visit, faults.due(target, grantType));
    }

    private static @Nullable String grantType(Call call) {
        try {
            return call.form().get("grant_type").orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Delivery attend(Call received, Visit visit, List<Effect> effects) {
        delay(effects, Moment.BEFORE);
        if (effects.contains(new Effect.Drop(Moment.BEFORE))) {
            visit.end(Ending.DROPPED_BEFORE, 0);
            return new Delivery.HangUp();
        }
        Optional<Delivery> instead = reply(visit, effects, Moment.BEFORE);
        if (instead.isPresent()) {
            return instead.get();
        }
        each(effects, Effect.Happen.class).forEach(happen -> foxy.happen(happen.event()));
        boolean lost = effects.contains(new Effect.LoseAuthorization());
        Answer answer = work(lost ? received.withoutHeader("Authorization") : received, visit);
        visit.end(Ending.OPEN, answer.status());
        listeners.processed(visit.exchange());
        return deliver(answer, visit, effects);
    }

    private Answer work(Call call, Visit visit) {
        try {
            return visit.exchange().target() == Target.AUTHORIZE
                    ? authorization.answer(call, visit)
                    : api.answer(call, visit);
        } catch (RuntimeException e) {
            LOG.error("The sandbox failed at {}", call, e);
            return answers.error(500, "The sandbox itself failed: " + e);
        }
    }

    private Delivery deliver(Answer answer, Visit visit, List<Effect> effects) {
        delay(effects, Moment.AFTER);
        if (effects.contains(new Effect.Drop(Moment.AFTER))) {
            visit.end(Ending.DROPPED_AFTER, 0);
            return new Delivery.HangUp();
        }
        if (effects.contains(new Effect.Truncate())) {
            visit.end(Ending.DROPPED_AFTER, answer.status());
            return new Delivery.Half(answer);
        }
        return reply(visit, effects, Moment.AFTER).orElseGet(() -> {
            Answer altered = falsehood.altered(answer, effects);
            visit.end(altered == answer ? Ending.ANSWERED : Ending.FALSIFIED, altered.status());
            return new Delivery.Whole(altered);
        });
    }

    private Optional<Delivery> reply(Visit visit, List<Effect> effects, Moment moment) {
        return each(effects, Effect.Reply.class).stream()
                .filter(reply -> reply.moment() == moment)
                .findFirst()
                .map(reply -> {
                    visit.end(Ending.FALSIFIED, reply.status());
                    return falsehood.reply(reply);
                });
    }

    private static void delay(List<Effect> effects, Moment moment) {
        for (Effect.Delay delay : each(effects, Effect.Delay.class)) {
            if (delay.moment() == moment) {
                sleep(delay);
            }
        }
    }

    private static void sleep(Effect.Delay delay) {
        try {
            Thread.sleep(delay.duration().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops: answer at once
        }
    }

    private static <E extends Effect> List<E> each(List<Effect> effects, Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
