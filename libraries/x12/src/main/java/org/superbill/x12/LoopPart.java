package org.superbill.x12;

/** What a loop consists of: segments and loops, in the order of the file. */
public sealed interface LoopPart permits Segment, Loop {}
