/** What goes along with a request: its id and its W3C trace, from service to service and into every log line, and the name of a file that it brings. */
@NullMarked
package org.superbill.servicekit.request;

import org.jspecify.annotations.NullMarked;
