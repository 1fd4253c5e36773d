package org.superbill.events;

import java.util.UUID;

/**
 * A coder's question is closed. Key: encounter id. The answer itself is read over the API.
 *
 * @param outcome {@code answered} or {@code withdrawn}
 * @param by the subject of the token of who closed it
 */
public record CodingQueryAnswered(UUID queryId, UUID codingCaseId, UUID encounterId, String outcome, String by)
        implements Event {
    @Override
    public String subject() {
        return encounterId.toString();
    }
}
