package io.foxden.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldsTest {
    private static final Fields ALL = Fields.none()
            .with("text", "NEEDLE")
            .with("number", 4711L)
            .with("flag", true)
            .with("instant", Instant.EPOCH)
            .with("group", Fields.none().with("inner", "NEEDLE"))
            .withList("list", List.of(Fields.none().with("inner", "NEEDLE")))
            .withTexts("texts", List.of("NEEDLE"));

    @Test
    void values_are_read_as_what_they_were_put_in() {
        assertThat(ALL.text("text")).contains("NEEDLE");
        assertThat(ALL.required("text")).isEqualTo("NEEDLE");
        assertThat(ALL.number("number")).hasValue(4711L);
        assertThat(ALL.flag("flag")).isTrue();
        assertThat(ALL.instant("instant")).contains(Instant.EPOCH);
        assertThat(ALL.fields("group")).contains(Fields.none().with("inner", "NEEDLE"));
        assertThat(ALL.list("list")).containsExactly(Fields.none().with("inner", "NEEDLE"));
        assertThat(ALL.texts("texts")).containsExactly("NEEDLE");
        assertThat(ALL.has("text")).isTrue();
    }

    @Test
    void what_is_not_there_is_empty() {
        assertThat(ALL.text("x")).isEmpty();
        assertThat(ALL.number("x")).isEmpty();
        assertThat(ALL.flag("x")).isFalse();
        assertThat(ALL.instant("x")).isEmpty();
        assertThat(ALL.fields("x")).isEmpty();
        assertThat(ALL.list("x")).isEmpty();
        assertThat(ALL.texts("x")).isEmpty();
        assertThat(ALL.has("x")).isFalse();
    }

    @Test
    void with_and_without_leave_the_original_alone() {
        Fields changed = ALL.with("text", "other").without("number").withOptional("flag", null);

        assertThat(changed.keys()).containsExactly("text", "instant", "group", "list", "texts");
        assertThat(ALL.number("number")).hasValue(4711L);
        assertThat(ALL.withOptional("more", "text").text("more")).contains("text");
        assertThat(changed)
                .isNotEqualTo(ALL)
                .isEqualTo(ALL.without("number").without("flag").with("text", "other"));
        assertThat(changed.hashCode())
                .isEqualTo(ALL.with("text", "other")
                        .without("number")
                        .without("flag")
                        .hashCode());
    }

    static List<Function<Fields, Object>> wrongReadings() {
        return List.of(
                fields -> fields.text("number"),
                fields -> fields.required("group"),
                fields -> fields.required("absent"),
                fields -> fields.number("text"),
                fields -> fields.flag("text"),
                fields -> fields.instant("text"),
                fields -> fields.instant("number"),
                fields -> fields.fields("text"),
                fields -> fields.list("texts"),
                fields -> fields.list("text"),
                fields -> fields.texts("list"));
    }

    @ParameterizedTest
    @MethodSource("wrongReadings")
    void reading_what_is_not_there_or_is_something_else_names_record_and_field_and_no_value(
            Function<Fields, Object> reading) {
        Fields fromRecord = Fields.ofPlain(ALL.plain(), Message.asIs("record 'client'"));

        assertThatThrownBy(() -> reading.apply(fromRecord))
                .asInstanceOf(type(OperatorException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.RECORD_UNREADABLE))
                .satisfies(e -> assertThat(e).hasMessageContaining("of record 'client'"))
                .satisfies(e -> assertThat(e).hasMessageNotContainingAny("NEEDLE", "4711"));
    }

    @Test
    void a_wrong_field_in_a_group_names_the_way_to_it() {
        Fields fromRecord = Fields.ofPlain(ALL.plain(), Message.asIs("record 'client'"));

        assertThatThrownBy(() -> fromRecord.fields("group").orElseThrow().required("absent"))
                .hasMessageContaining("Field 'absent' of record 'client', 'group' is missing.");
    }

    @Test
    void printing_shows_keys_and_no_values() {
        assertThat(ALL.toString()).isEqualTo("Fields[text, number, flag, instant, group, list, texts]");
        assertThat(new Entry("client", 1, ALL, false).toString()).doesNotContain("NEEDLE", "4711");
    }

    static List<Object> kindsThatRecordsDoNotHold() {
        return List.of(
                1.5,
                BigInteger.ONE,
                List.of(1),
                List.of("text", Map.of()),
                List.of(List.of("text")),
                Map.of(" ", "blank key"),
                Map.of("inner", 1.5),
                Arrays.asList("text", null));
    }

    @ParameterizedTest
    @MethodSource("kindsThatRecordsDoNotHold")
    void other_kinds_of_values_are_refused(Object value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fields.ofPlain(Map.of("key", value), Message.asIs("a test")))
                .withMessageNotContaining("1.5");
    }

    @Test
    void a_blank_key_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fields.none().with(" ", "text"));
    }
}
