package io.foxden.servlet.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @Test
    void fields_are_decoded_as_utf_8() {
        Parameters parameters = Parameters.parse("name=Caf%C3%A9+%26+Bar&empty=&alone&plain=ok");

        assertThat(parameters.one("name")).isEqualTo("Caf\u00e9 & Bar");
        assertThat(parameters.one("empty")).isEmpty();
        assertThat(parameters.one("alone")).isEmpty();
        assertThat(parameters.one("plain")).isEqualTo("ok");
        assertThat(parameters.one("absent")).isNull();
        assertThat(parameters.text("absent")).isEmpty();
    }

    @Test
    void a_field_given_twice_has_no_value() {
        Parameters parameters = Parameters.parse("state=a&state=b&%73tate=c");

        assertThatThrownBy(() -> parameters.one("state"))
                .isInstanceOfSatisfying(
                        OperatorException.class, e -> assertThat(e.code()).isEqualTo(Code.BAD_REQUEST))
                .hasMessageContaining("'state' is given 3 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=x", "a=%C3%28", "a=%FF"})
    void a_wrong_escape_is_refused(String encoded) {
        assertThatThrownBy(() -> Parameters.parse(encoded)).isInstanceOf(OperatorException.class);
    }

    @Test
    void more_than_100_fields_are_refused() {
        assertThatThrownBy(() -> Parameters.parse("a=b&".repeat(101))).isInstanceOf(OperatorException.class);
        assertThat(Parameters.parse("a=b&".repeat(100)).names()).containsExactly("a");
    }

    @Test
    void values_are_not_printed() {
        assertThat(Parameters.parse("code=secret")).hasToString("Parameters[code]");
    }

    @Test
    void text_that_a_host_decoded_as_latin_1_is_repaired() {
        assertThat(FormText.repair("Caf\u00c3\u00a9")).isEqualTo("Caf\u00e9");
        assertThat(FormText.repair("Caf\u00e9")).isEqualTo("Caf\u00e9");
        assertThat(FormText.repair("\u017elu\u0165")).isEqualTo("\u017elu\u0165");
    }
}
