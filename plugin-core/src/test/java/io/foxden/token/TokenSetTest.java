package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.hal.HalDocument;
import io.foxden.hal.MalformedDocumentException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSetTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'expires_in':600|600",
                "'expires_in':'600'|600",
                "'access_token_expires':600|600",
                "'access_token_expires':'600'|600",
                "'expires_in':600,'access_token_expires':900|600",
                "'expires_in':0|7200",
                "'expires_in':-5|7200",
                "'expires_in':1|1",
                "'expires_in':'soon'|7200",
                "'expires_in':null|7200",
                "'expires_in':99999999999|2592000",
            },
            quoteCharacter = '"')
    void the_lifetime_is_read_in_every_form(String field, long seconds) throws MalformedDocumentException {
        assertThat(read("{'access_token':'a','token_type':'Bearer'," + field + "}"))
                .hasValueSatisfying(tokens -> assertThat(tokens.lifetime()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'access_token':''}",
                "{'access_token':null}",
                "{'access_token':{'a':1}}",
                "{'access_token':'a','token_type':'mac'}"
            })
    void what_is_no_bearer_token_is_no_grant(String json) throws MalformedDocumentException {
        assertThat(read(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "Bearer", "BEARER"})
    void the_type_is_read_in_any_case(String type) throws MalformedDocumentException {
        assertThat(read("{'access_token':'a','token_type':'" + type + "'}")).isPresent();
    }

    @Test
    void what_is_absent_is_null_and_so_is_what_is_empty() throws MalformedDocumentException {
        assertThat(read("{'access_token':'a','refresh_token':'','scope':' '}")).hasValueSatisfying(tokens -> {
            assertThat(tokens.refreshToken()).isNull();
            assertThat(tokens.scope()).isNull();
        });
    }

    @Test
    void nothing_of_it_is_printed() throws MalformedDocumentException {
        assertThat(read("{'access_token':'aaaa1','refresh_token':'rrrr1'}").toString())
                .doesNotContain("aaaa1", "rrrr1");
    }

    private static Optional<TokenSet> read(String json) throws MalformedDocumentException {
        return TokenSet.read(HalDocument.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
