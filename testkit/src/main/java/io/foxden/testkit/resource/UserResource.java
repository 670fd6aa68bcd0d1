package io.foxden.testkit.resource;

import io.foxden.testkit.account.Scope;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.Forbidden;
import io.foxden.testkit.request.Resource;
import io.foxden.testkit.shop.Person;
import io.foxden.testkit.wire.Answer;
import java.util.Set;

/** {@code fx:user}: the user who owns the stores; read only. */
final class UserResource implements Resource {
    private final Answers answers;
    private final Person user;

    UserResource(Answers answers, Person user) {
        this.answers = answers;
        this.user = user;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Ask ask) {
        if (ask.opened().scope().kind() != Scope.Kind.USER) {
            throw new Forbidden("This resource needs a token of the scope user_full_access.");
        }
        if (ask.number() != user.id()) {
            return answers.error(404, "user " + ask.number() + " does not exist.");
        }
        var document = answers.document()
                .link("self", "/users/" + user.id(), "This User")
                .link("fx:stores", "/stores", "Stores of this User")
                .put("first_name", user.firstName())
                .put("last_name", user.lastName())
                .put("email", user.email());
        return Selection.of(ask).answer(answers, document.json());
    }
}
