package org.superbill.coding.discussion;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong in discussions, for callers. */
public enum DiscussionProblem implements ProblemType {
    COMMENT_NOT_FOUND(
            404,
            "There is no such comment on this case",
            "`GET /api/v1/coding-cases/{id}/discussion` lists what was said about it."),
    COMMENT_IS_REPLY(
            409,
            "Only a question is resolved",
            "The comment replies to another: resolve the question that it belongs to."),
    COMMENT_IS_NOTE(
            409,
            "A note was made of the comment already",
            "`noteId` of the comment says which, and it is in force. End it with `POST /api/v1/coding-notes/{id}/end` to make another one of the comment.");

    private final int status;
    private final String title;
    private final String explanation;

    DiscussionProblem(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
