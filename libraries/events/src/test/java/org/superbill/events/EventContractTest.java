package org.superbill.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventContractTest {
    private static final String SCHEMAS = "libraries/events/src/main/resources/schemas/";

    @Test
    void everyEventHasOneContract() {
        assertThat(Arrays.stream(EventContract.values()).<Class<?>>map(EventContract::payload))
                .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    }

    @Test
    void aTypeIsFoundByItsNameAndVersionOnly() {
        assertThat(EventContract.ofType("org.superbill.encounter-coded.v1")).contains(EventContract.ENCOUNTER_CODED);
        assertThat(EventContract.ofType("org.superbill.encounter-coded.v99")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theCheckedInSchemaFollowsFromTheRecord(EventContract contract) throws Exception {
        Generated.check(SCHEMAS + EventSchemas.fileName(contract), EventSchemas.text(EventSchemas.of(contract)));
    }

    /** The released schemas are copied here at a release, and only then. */
    @ParameterizedTest
    @EnumSource
    void theContractOnlyGrewSinceItsRelease(EventContract contract) throws Exception {
        var released = Path.of(System.getProperty("superbill.root"), "libraries/events/src/test/resources/released")
                .resolve(EventSchemas.fileName(contract));
        assertThat(released).exists();
        assertThat(ContractGrowth.breaks(
                        EventSchemas.JSON.readTree(Files.readString(released)), EventSchemas.of(contract)))
                .isEmpty();
    }

    @Test
    void aFieldThatGoesOrChangesOrBecomesRequiredBreaksTheContract() {
        var released = EventSchemas.of(EventContract.ENCOUNTER_CODED);
        var gone = released.deepCopy();
        ((ObjectNode) gone.get("properties")).remove("version");
        assertThat(ContractGrowth.breaks(released, gone)).contains("/version: is gone");

        var changed = released.deepCopy();
        ((ObjectNode) changed.at("/properties/version")).put("type", "string");
        assertThat(ContractGrowth.breaks(released, changed))
                .hasSize(1)
                .first()
                .asString()
                .contains("/version: type");

        var stricter = released.deepCopy();
        ((ObjectNode) stricter.get("properties")).putObject("payerId").put("type", "string");
        ((ArrayNode) stricter.get("required")).add("payerId");
        assertThat(ContractGrowth.breaks(released, stricter)).containsExactly("/payerId: is new and required");

        var nested = released.deepCopy();
        nested.findParents("chargeCents").forEach(properties -> ((ObjectNode) properties).remove("chargeCents"));
        assertThat(ContractGrowth.breaks(released, nested)).contains("/lines/*/chargeCents: is gone");
    }

    @Test
    void aNewOptionalFieldIsGrowth() {
        var released = EventSchemas.of(EventContract.ENCOUNTER_CODED);
        var grown = released.deepCopy();
        ((ObjectNode) grown.get("properties")).putObject("note").put("type", "string");
        assertThat(ContractGrowth.breaks(released, grown)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anEventSurvivesItsJsonAndFitsItsSchema(EventContract contract) {
        var event = SampleEvents.of(contract);
        var json = EventJson.write(event);
        assertThat(EventJson.read(json, contract.payload())).isEqualTo(event);
        assertThat(event.subject()).isNotBlank();

        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(EventSchemas.of(contract).toString());
        assertThat(schema.validate(
                        new String(json, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .isEmpty();
    }

    @Test
    void aReaderIgnoresWhatItDoesNotKnowYetAndSaysWhereItCannotRead() {
        var known = EventJson.read(
                "{\"encounterId\":\"0190a1b2-0000-7000-8000-000000000001\",\"reason\":\"x\",\"later\":1}"
                        .getBytes(StandardCharsets.UTF_8),
                EncounterVoided.class);
        assertThat(known.reason()).isEqualTo("x");
        assertThatThrownBy(() ->
                        EventJson.read("{\"encounterId\":17,".getBytes(StandardCharsets.UTF_8), EncounterVoided.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not a EncounterVoided at line 1")
                .hasMessageNotContaining("17,");
    }
}
