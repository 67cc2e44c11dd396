import { Button, Paper, Text, Title } from "@mantine/core";
import { ApiProblem } from "@milepost/client";

/** The whole page, where it cannot be known who reads it, or they may not. */
export function Refused({ error, retry }: { error: Error | null; retry?: () => void }) {
  const status = error instanceof ApiProblem ? error.status : null;
  if (status === 401) {
    return (
      <Notice
        title="Sign in to Milepost"
        text="The dashboard shows who is how far: it is for administrators."
      >
        <Button component="a" href="/admin/sign-in">
          Sign in
        </Button>
      </Notice>
    );
  }
  if (error === null || status === 403) {
    return (
      <Notice
        title="You may not see this"
        text="It is for administrators. Ask whoever runs your learning platform for that role."
      >
        <Button component="a" href="/admin/sign-in" variant="default">
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

function Notice({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: React.ReactNode;
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
