package org.saldo.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/** Why a mail server gave no session, in one line with what to do: the mail library keeps the reason in its causes. */
public final class ConnectionFault {

    private ConnectionFault() {
    }

    /** @param login the keys of user and password */
    public static String reason(MessagingException failure, String login) {
        List<Throwable> causes = causes(failure);
        String first = line(failure);
        Throwable root = causes.get(causes.size() - 1);
        String last = line(root);
        if (failure instanceof AuthenticationFailedException) {
            return "the login is refused: " + first + "; check " + login;
        }
        if (root instanceof CertPathBuilderException || root instanceof CertPathValidatorException) {
            return "its certificate is not trusted: " + last + "; put the authority that signed it into a trust store and"
                    + " name that in JAVA_OPTS by -Djavax.net.ssl.trustStore";
        }
        if (root instanceof CertificateException) {
            return "its certificate is for another host, or not valid: " + last + "; name the server as its certificate does";
        }
        if (root instanceof SSLException || causes.size() == 1) {
            return last + "; check the port and how the connection is protected";
        }
        return (first.contains(last) ? first : first + ": " + last) + "; check host and port";
    }

    /** From the outermost to the root. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static String line(Throwable cause) {
        return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
