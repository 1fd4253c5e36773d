package org.superbill.servicekit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.TestEvents;

class BatchesTest {
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static ConsumerRecord<byte[], byte[]> message(
            String topic, UUID organization, String type, String subject, @Nullable String value) {
        var message = new ConsumerRecord<byte[], byte[]>(
                topic, 0, 0, new byte[0], value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        TestEvents.headers(UUID.randomUUID(), organization, type, subject, 1).forEach(message.headers()::add);
        return message;
    }

    private static ConsumerRecord<byte[], byte[]> coded(UUID organization, String subject) {
        return message("encounter-coded", organization, "coded.v1", subject, "{}");
    }

    private static int next(List<ConsumerRecord<byte[], byte[]>> messages) {
        return Batches.next(messages, "coded.v1"::equals).size();
    }

    @Test
    void eventsOfOneKindAndOrganizationGoTogether() {
        assertThat(next(List.of(coded(ONE, "a"), coded(ONE, "b"), coded(ONE, "c"))))
                .isEqualTo(3);
    }

    @Test
    void theSecondOfASubjectWaitsForTheFirst() {
        assertThat(next(List.of(coded(ONE, "a"), coded(ONE, "b"), coded(ONE, "a"), coded(ONE, "c"))))
                .isEqualTo(2);
    }

    @Test
    void anotherOrganizationTopicOrTypeEndsIt() {
        assertThat(next(List.of(coded(ONE, "a"), coded(OTHER, "b")))).isEqualTo(1);
        assertThat(next(List.of(coded(ONE, "a"), message("other", ONE, "coded.v1", "b", "{}"))))
                .isEqualTo(1);
        assertThat(next(List.of(coded(ONE, "a"), message("encounter-coded", ONE, "coded.v2", "b", "{}"))))
                .isEqualTo(1);
        assertThat(next(List.of(coded(ONE, "a"), message("encounter-coded", ONE, "coded.v1", "b", null))))
                .isEqualTo(1);
    }

    @Test
    void whatHandlersTakeOneByOneSharesATransactionWithinAnOrganization() {
        assertThat(next(List.of(
                        message("voided", ONE, "voided.v1", "a", "{}"),
                        message("changed", ONE, "changed.v1", "a", "{}"),
                        message("voided", ONE, "voided.v1", "a", "{}"),
                        message("voided", OTHER, "voided.v1", "b", "{}"))))
                .isEqualTo(3);
        assertThat(next(List.of(message("voided", ONE, "voided.v1", "a", "{}"), coded(ONE, "b"))))
                .as("what is taken as a whole begins a transaction of its own")
                .isEqualTo(1);
        assertThat(next(Collections.nCopies(100, message("voided", ONE, "voided.v1", "a", "{}"))))
                .isEqualTo(Batches.LIMIT);
    }

    @Test
    void whatCannotBeReadOrHasNoValueStandsAlone() {
        var unreadable = new ConsumerRecord<>("encounter-coded", 0, 0, new byte[0], new byte[0]);
        assertThat(unreadable.headers()).isEqualTo(new RecordHeaders());
        assertThat(next(List.of(unreadable, coded(ONE, "a")))).isEqualTo(1);
        assertThat(next(List.of(message("voided", ONE, "voided.v1", "a", null), coded(ONE, "a"))))
                .isEqualTo(1);
    }

    @Test
    void aRunHasOneKindAndEachSubjectOnce() {
        var runs = Batches.runs(Stream.of(
                        coded(ONE, "a"),
                        coded(ONE, "b"),
                        coded(ONE, "a"),
                        message("encounter-coded", ONE, "coded.v2", "c", "{}"),
                        message("encounter-voided", ONE, "coded.v2", "d", "{}"),
                        coded(ONE, "a"))
                .map(Arrived::of)
                .toList());
        assertThat(runs.stream().map(run -> run.stream().map(Arrived::subject).toList()))
                .containsExactly(List.of("a", "b"), List.of("a"), List.of("c"), List.of("d"), List.of("a"));
    }
}
