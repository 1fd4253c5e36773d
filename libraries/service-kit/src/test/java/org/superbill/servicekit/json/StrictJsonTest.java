package org.superbill.servicekit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrictJsonTest {
    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void customize() {
        new StrictJson().customize(json);
    }

    @Test
    void aDocumentHasAHundredLevelsAtMost() throws JsonProcessingException {
        assertThat(json.readTree("[".repeat(100) + "]".repeat(100)).isArray()).isTrue();
        assertThatThrownBy(() -> json.readTree("[".repeat(101) + "]".repeat(101)))
                .isInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void aDocumentHasThreeHundredThousandTokensAtMost() throws JsonProcessingException {
        assertThat(json.readTree("[" + "1,".repeat(299_997) + "1]")).hasSize(299_998);
        assertThatThrownBy(() -> json.readTree("[" + "1,".repeat(299_998) + "1]"))
                .isInstanceOf(StreamConstraintsException.class);
    }
}
