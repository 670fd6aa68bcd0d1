package io.foxden.store;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;

/** A {@link Problem} as fields of a record, in no language. Those of earlier versions are in English, and read too. */
public final class StoredProblem {
    private static final String CODE = "code";
    private static final String WHAT = "what";
    private static final String NEXT = "next";
    private static final String FIELDS = "fields";
    private static final String LOGREF = "logref";

    private StoredProblem() {}

    public static Fields fields(Problem problem) {
        return Fields.none()
                .with(CODE, problem.code().word())
                .with(WHAT, StoredMessage.fields(problem.what()))
                .with(NEXT, StoredMessage.fields(problem.next()))
                .withTexts(FIELDS, problem.fields())
                .withOptional(LOGREF, problem.logref());
    }

    /**
     * A code of a later version is read as {@link Code#INTERNAL}.
     *
     * @throws OperatorException with {@link Code#RECORD_UNREADABLE} if it is no problem
     */
    public static Problem read(Fields stored) {
        return Problem.of(Code.ofWord(stored.required(CODE)), message(stored, WHAT, "detail"))
                .withNext(message(stored, NEXT, "remedy"))
                .withFields(stored.texts(FIELDS))
                .withLogref(stored.text(LOGREF).orElse(null));
    }

    /** @param english where an earlier version has it */
    private static Message message(Fields stored, String key, String english) {
        return stored.fields(key).map(StoredMessage::read).orElseGet(() -> Message.asIs(stored.required(english)));
    }
}
