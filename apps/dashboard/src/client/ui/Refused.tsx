import { Button, Paper, Text, Title } from "@mantine/core";
import { ApiProblem } from "@milepost/client";
import { readSignedIn, signInHref } from "../api/session.ts";
import { useAnswer } from "../api/useAnswer.ts";

interface Props {
  readonly error: Error | null;
  readonly retry?: () => void;
  /** The page was shown before: the session ended under it. */
  readonly wasIn?: boolean;
}

/** The whole page, where it cannot be known who reads it, or they may not. */
export function Refused({ error, retry, wasIn = false }: Props) {
  const status = error instanceof ApiProblem ? error.status : null;
  if (status === 401) return <NotSignedIn wasIn={wasIn} />;
  if (error === null || status === 403) {
    return (
      <Notice
        title="You may not see this"
        text="It is for administrators. Ask whoever runs your learning platform for that role."
      >
        <Button component="a" href={signInHref({ asSomebodyElse: true })} variant="default">
          Sign in as somebody else
        </Button>
      </Notice>
    );
  }
  const id = error instanceof ApiProblem ? error.requestId : null;
  return (
    <Notice
      title="Milepost cannot be reached"
      text={`${error.message}${id === null ? "" : ` Request ${id}.`}`}
    >
      <Button onClick={retry}>Try again</Button>
    </Notice>
  );
}

/** As the server has it: that somebody could sign in is not always so. */
function NotSignedIn({ wasIn }: { wasIn: boolean }) {
  const { data, isPending } = useAnswer("fixed", ["signedIn"], readSignedIn);
  if (isPending) return null;
  if (data?.signIn === "unconfigured") {
    return (
      <Notice
        title="Sign-in is not set up"
        text={
          "This server asks who you are, and has no provider to ask. Whoever runs it sets " +
          "MILEPOST_OIDC_ISSUER and what belongs to it: see docs/dashboard.md."
        }
      />
    );
  }
  if (data?.signedIn) {
    return (
      <Notice
        title="Milepost does not accept this sign-in"
        text={
          `${data.name ?? "You"} signed in at the provider, whose token the API refuses. Whoever ` +
          "runs the server compares MILEPOST_JWT_ISSUER and MILEPOST_JWT_AUDIENCE with it."
        }
      >
        <SignInAgain />
      </Notice>
    );
  }
  if (wasIn) {
    return (
      <Notice title="Your session is over" text="Sign in again to go on where you were.">
        <SignInAgain />
      </Notice>
    );
  }
  return (
    <Notice
      title="Sign in to Milepost"
      text="The dashboard shows who is how far: it is for administrators."
    >
      <Button component="a" href={signInHref()}>
        Sign in
      </Button>
    </Notice>
  );
}

function SignInAgain() {
  return (
    <Button component="a" href={signInHref()}>
      Sign in again
    </Button>
  );
}

function Notice({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children?: React.ReactNode;
}) {
  return (
    <main className="md-notice">
      <Paper withBorder p="xl" radius="lg" maw={440}>
        <Title order={1} fz="h3" mb="xs">
          {title}
        </Title>
        <Text c="dimmed" mb="lg">
          {text}
        </Text>
        {children}
      </Paper>
    </main>
  );
}
