package org.superbill.events;

import java.util.UUID;

/** An encounter that must be neither coded nor billed. Key: encounter id. */
public record EncounterVoided(UUID encounterId, String reason) implements Event {
    @Override
    public String subject() {
        return encounterId.toString();
    }
}
